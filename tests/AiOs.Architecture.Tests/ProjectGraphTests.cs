using AiOs.Architecture.Tests.Rules;
using AiOs.Architecture.Tests.Tree;

namespace AiOs.Architecture.Tests;

public sealed class ProjectGraphTests
{
    private static readonly Repository Tree = Repository.Current;

    [Fact]
    public void Arrows_SrcProjects_SeeContractsAndNothingSideways() => ProjectGraph.Arrows(Tree.SrcProjects).MustBeClean(atLeast: 7);

    [Fact]
    public void Arrows_SidewaysAndMissing_AreFound()
    {
        var projects = new[]
        {
            Project("AiOs.Contracts"),
            Project("AiOs.Kernel", "AiOs.Contracts", "AiOs.Agents"),
            Project("AiOs.Agents", "AiOs.Contracts", "AiOs.Memory"),
            Project("AiOs.Memory"),
            Project("AiOs.Bot", "AiOs.Contracts", "AiOs.Kernel", "AiOs.Agents"),
        };

        ProjectGraph.Arrows(projects).MustComplain(
            "AiOs.Kernel references AiOs.Agents", "AiOs.Memory does not reference AiOs.Contracts", "AiOs.Bot does not reference AiOs.Memory");
    }

    [Fact]
    public void Arrows_FromSrcToTests_DoNotExist() =>
        ProjectGraph.SrcSeesNoTests(Tree.SrcProjects, [.. Tree.SrcProjects.Select(project => project.Name)]).MustBeClean(atLeast: 7);

    [Fact]
    public void Arrows_HostSeesTestProject_IsFound() =>
        ProjectGraph.SrcSeesNoTests([Project("AiOs.Bot", "AiOs.Testing")], ["AiOs.Bot"]).MustComplain("AiOs.Testing");

    private static ProjectFile Project(string name, params string[] references) =>
        ProjectFile.Parse(
            $"src/{name}/{name}.csproj",
            $"<Project>{string.Concat(references.Select(one => $"<ItemGroup><ProjectReference Include=\"../{one}/{one}.csproj\" /></ItemGroup>"))}</Project>");
}
