using AiOs.Architecture.Tests.Rules;
using AiOs.Architecture.Tests.Tree;

namespace AiOs.Architecture.Tests;

public sealed class DeciderTests
{
    // Raise it when the first decider lands: from then on a survey of none is a fault.
    private const int DecidersAtLeast = 0;

    [Fact]
    public void Decider_InSrc_DoesNoInputOrOutput() => Deciders.Pure(Repository.Current.Sources).MustBeClean(DecidersAtLeast);

    [Theory]
    [InlineData("using System.IO; namespace N;", "System.IO")]
    [InlineData("using Microsoft.Extensions.Logging; namespace N;", "Microsoft.Extensions.Logging")]
    [InlineData("class D { object A() => File.ReadAllText(\"x\"); }", "File")]
    [InlineData("class D(TimeProvider time) { }", "TimeProvider")]
    [InlineData("class D { System.Threading.Tasks.Task A() => null!; }", "Task")]
    public void Decider_WithInputOrOutput_IsFound(string text, string about) =>
        Deciders.Pure([SourceFile.Parse("src/AiOs.Kernel/Policy/Deciders/D.cs", text)]).MustComplain(about);

    [Fact]
    public void Decider_ByFileName_IsJudgedToo() =>
        Deciders.Pure([SourceFile.Parse("src/AiOs.Kernel/Policy/SpendDecider.cs", "using System.Net.Http;")]).MustComplain("System.Net.Http");
}
