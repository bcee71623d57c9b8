using AiOs.Architecture.Tests.Rules;
using AiOs.Architecture.Tests.Tree;

namespace AiOs.Architecture.Tests;

public sealed class TestProjectTests
{
    private static readonly Repository Tree = Repository.Current;

    [Fact]
    public void TestProject_InTheSolution_HoldsTests() =>
        TestProjects.HoldTests(TestProjectNames(), Tree.Sources).MustBeClean(atLeast: 9);

    [Fact]
    public void TestProject_WithoutTests_IsFound() =>
        TestProjects.HoldTests(["A.Tests", "B.Tests"], [SourceFile.Parse("tests/A.Tests/T.cs", "class T { [Fact] void A_B_C() { } }")]).MustComplain("B.Tests");

    [Fact]
    public void SrcProject_ByName_HasItsTests() =>
        Survey.Of(
            Tree.SrcProjects,
            project => !TestProjectNames().Contains(project.Name + ".Tests"),
            project => $"{project.Name} has no {project.Name}.Tests").MustBeClean(atLeast: 7);

    [Fact]
    public void TestName_OfEveryTest_HasItsParts() => TestProjects.Names(Tree.Sources).MustBeClean(atLeast: 20);

    [Fact]
    public void TestName_TooShort_IsFound() =>
        TestProjects.Names([SourceFile.Parse("tests/A.Tests/T.cs", "class T { [Fact] void Works() { } [Theory] void A_B_C() { } void Any() { } }")]).MustComplain("Works");

    private static IEnumerable<string> TestProjectNames() =>
        Tree.Projects.Select(project => project.Name).Where(name => name.EndsWith(".Tests", StringComparison.Ordinal) || name is "AiOs.Scenarios");
}
