using AiOs.Architecture.Tests.Rules;
using AiOs.Architecture.Tests.Tree;

namespace AiOs.Architecture.Tests;

public sealed class DeciderTests
{
    private const int DecidersAtLeast = 5;

    [Fact]
    public void Decider_InSrc_DoesNoInputOrOutput() => Deciders.Pure(Repository.Current.Sources).MustBeClean(DecidersAtLeast);

    [Theory]
    [InlineData("using System.IO; namespace N;", "System.IO")]
    [InlineData("using Microsoft.Extensions.Logging; namespace N;", "Microsoft.Extensions.Logging")]
    [InlineData("class D { object A() => File.ReadAllText(\"x\"); }", "File")]
    [InlineData("class D(TimeProvider time) { }", "TimeProvider")]
    [InlineData("class D { System.Threading.Tasks.Task A() => null!; }", "Task")]
    [InlineData("class D { object A() => DateTime.UnixEpoch; }", "DateTime")]
    [InlineData("class D { object A() => Guid.Empty; }", "Guid")]
    [InlineData("class D { object A() => new Random(1); }", "Random")]
    [InlineData("class D(IJournalStore store) { }", "IJournalStore")]
    public void Decider_WithInputOrOutput_IsFound(string text, string about) =>
        Deciders.Pure([SourceFile.Parse("src/AiOs.Kernel/Approvals/Approval.cs", text)]).MustComplain(about);

    [Fact]
    public void Decider_MovedAway_IsMissed() =>
        Assert.Equal(0, Deciders.Pure([SourceFile.Parse("src/AiOs.Kernel/Elsewhere/Approval.cs", "using System.Net.Http;")]).Examined);
}
