using AiOs.Architecture.Tests.Rules;
using AiOs.Architecture.Tests.Tree;

namespace AiOs.Architecture.Tests;

public sealed class BuildFileTests
{
    private static readonly Repository Tree = Repository.Current;

    [Fact]
    public void Version_InProjectFiles_IsNeverGiven() => BuildFiles.NoVersions(Tree.Projects).MustBeClean(atLeast: 18);

    [Theory]
    [InlineData("<PackageReference Include=\"A\" Version=\"1.0\" />")]
    [InlineData("<PackageReference Include=\"A\" VersionOverride=\"1.0\" />")]
    [InlineData("<PackageReference Include=\"A\"><Version>1.0</Version></PackageReference>")]
    public void Version_InAProjectFile_IsFound(string item) => BuildFiles.NoVersions([Project(item)]).MustComplain("gives A a version");

    [Fact]
    public void Pin_EveryPackage_IsExact() => BuildFiles.Pinned(Tree.Projects, Tree.Read("Directory.Packages.props")).MustBeClean(atLeast: 30);

    [Fact]
    public void Pin_MissingOrFloating_IsFound() =>
        BuildFiles.Pinned([Project("<PackageReference Include=\"A\" />")], "<Project><PackageVersion Include=\"B\" Version=\"1.*\" /></Project>")
            .MustComplain("uses A", "B 1.*");

    [Fact]
    public void Solution_EveryProject_IsListed() => BuildFiles.InSolution(Tree.Projects, Tree.Read("AiOs.Bot.sln")).MustBeClean(atLeast: 18);

    [Fact]
    public void Solution_ForgottenAndGone_AreFound() =>
        BuildFiles.InSolution([Project(string.Empty)], "Project(\"{X}\") = \"Gone\", \"src\\Gone\\Gone.csproj\", \"{Y}\"").MustComplain("src/A/A.csproj", "src/Gone/Gone.csproj");

    [Fact]
    public void Lock_EveryProject_HasOne() => BuildFiles.Locked(Tree.Projects, [.. Tree.Files("packages.lock.json")]).MustBeClean(atLeast: 18);

    [Fact]
    public void Lock_Missing_IsFound() => BuildFiles.Locked([Project(string.Empty)], []).MustComplain("A has no");

    [Fact]
    public void Hosts_InBuildFiles_AreNotNamed() =>
        BuildFiles.NoHosts(Texts("*.csproj", "*.props", "*.targets", "packages.lock.json", "global.json", ".npmrc", "Dockerfile", "run", "*.sh"))
            .MustBeClean(atLeast: 40);

    [Fact]
    public void Hosts_AddressOrMachinePath_IsFound() =>
        BuildFiles.NoHosts([("a", "https://registry.example/v3"), ("b", "/root/.nuget"), ("c", "fine")]).MustComplain("a names", "b names");

    [Fact]
    public void Hosts_NuGetConfig_IsNotCommitted() =>
        Assert.DoesNotContain(Tree.Files("*"), path => Path.GetFileName(path).Equals("nuget.config", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Hosts_NpmLocks_HoldNoAddresses() => BuildFiles.NoNpmAddresses(Texts("package-lock.json")).MustBeClean(atLeast: 1);

    [Fact]
    public void Hosts_NpmLockWithAddress_IsFound() => BuildFiles.NoNpmAddresses([("lock", "{\"resolved\": \"x\"}")]).MustComplain("lock");

    [Fact]
    public void Banned_ListIsWiredIn_AndFailsTheBuild()
    {
        Assert.Contains("BannedSymbols.txt", Tree.Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.Contains("BannedSymbols.txt", Tree.Read("src/Directory.Build.props"), StringComparison.Ordinal);
        Assert.Contains("dotnet_diagnostic.RS0030.severity = error", Tree.Read(".editorconfig"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P:System.DateTime.UtcNow;")]
    [InlineData("P:System.DateTimeOffset.UtcNow;")]
    [InlineData("M:System.Random.#ctor;")]
    [InlineData("P:System.Random.Shared;")]
    [InlineData("M:System.Guid.NewGuid;")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32);")]
    [InlineData("M:System.Threading.Tasks.Task.Wait;")]
    [InlineData("P:System.Threading.Tasks.Task`1.Result;")]
    public void Banned_ClockDiceAndBlocking_AreOnTheList(string symbol) =>
        Assert.Contains(symbol, Tree.Read("BannedSymbols.txt"), StringComparison.Ordinal);

    private static IEnumerable<(string Path, string Text)> Texts(params string[] patterns) =>
        patterns.SelectMany(Tree.Files).Distinct().Select(path => (path, Tree.Read(path)));

    private static ProjectFile Project(string item) => ProjectFile.Parse("src/A/A.csproj", $"<Project><ItemGroup>{item}</ItemGroup></Project>");
}
