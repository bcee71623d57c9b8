using AiOs.Architecture.Tests.Rules;
using AiOs.Architecture.Tests.Tree;

namespace AiOs.Architecture.Tests;

public sealed class VendorFenceTests
{
    private static readonly Repository Tree = Repository.Current;

    [Fact]
    public void Fence_PackagesOfSrc_StayInTheirHome() => VendorFences.Packages(Tree.SrcProjects).MustBeClean(atLeast: 15);

    [Fact]
    public void Fence_UsingsOfSrc_StayInTheirHome() => VendorFences.Usings(Tree.SrcSources).MustBeClean(atLeast: 20);

    [Theory]
    [InlineData("AiOs.Kernel", "MailKit")]
    [InlineData("AiOs.Kernel", "Polly.Core")]
    [InlineData("AiOs.Agents", "Microsoft.Data.Sqlite")]
    [InlineData("AiOs.Channels.Web", "Serilog.AspNetCore")]
    [InlineData("AiOs.Kernel", "Microsoft.SemanticKernel")]
    [InlineData("AiOs.Bot", "Quartz")]
    [InlineData("AiOs.Channels.Web", "Telegram.Bot")]
    public void Fence_PackageOutsideItsHome_IsFound(string project, string package) =>
        VendorFences.Packages([Project(project, $"<PackageReference Include=\"{package}\" />")]).MustComplain(package);

    [Fact]
    public void Fence_UsingOutsideItsHome_IsFound() =>
        VendorFences.Usings([SourceFile.Parse("src/AiOs.Bot/Mail/Sender.cs", "using MailKit.Net.Smtp; using MailKitten; namespace A;")])
            .MustComplain("MailKit.Net.Smtp");

    [Fact]
    public void Contracts_PackagesAndFrameworks_AreNone() => VendorFences.Bare(Tree.SrcProjects).MustBeClean(atLeast: 1);

    [Fact]
    public void Contracts_OnePackage_IsFound() =>
        VendorFences.Bare([Project("AiOs.Contracts", "<PackageReference Include=\"Anything\" />")]).MustComplain("Anything");

    [Fact]
    public void WebFramework_OutsideHostAndChannels_IsNotTaken() => VendorFences.WebFramework(Tree.SrcProjects).MustBeClean(atLeast: 7);

    [Fact]
    public void WebFramework_InKernel_IsFound() =>
        VendorFences.WebFramework([Project("AiOs.Kernel", "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />")]).MustComplain("AiOs.Kernel");

    private static ProjectFile Project(string name, string item) =>
        ProjectFile.Parse($"src/{name}/{name}.csproj", $"<Project><ItemGroup>{item}</ItemGroup></Project>");
}
