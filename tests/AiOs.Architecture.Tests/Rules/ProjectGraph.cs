using AiOs.Architecture.Tests.Tree;

namespace AiOs.Architecture.Tests.Rules;

/// <summary>Every project in src sees Contracts and nothing beside it; only the host sees all.</summary>
public static class ProjectGraph
{
    private const string Contracts = "AiOs.Contracts";
    private const string Host = "AiOs.Bot";

    private static readonly Dictionary<string, string[]> Besides = new() { ["AiOs.Agents"] = ["AiOs.Memory"] };

    public static Survey Arrows(IEnumerable<ProjectFile> srcProjects)
    {
        var all = srcProjects.ToList();
        var names = all.Select(project => project.Name).ToList();
        return Survey.Of(all, project => project.Name switch
        {
            Contracts => Extra(project, []),
            Host => Missing(project, names.Where(name => name != Host)),
            _ => Missing(project, [Contracts]).Concat(Extra(project, [Contracts, .. Besides.GetValueOrDefault(project.Name, [])])),
        });
    }

    public static Survey SrcSeesNoTests(IEnumerable<ProjectFile> srcProjects, IReadOnlyCollection<string> srcNames) =>
        Survey.Of(srcProjects, project => project.Projects.Where(name => !srcNames.Contains(name)).Select(name => $"{project.Name} references {name}, which is not in src"));

    private static IEnumerable<string> Missing(ProjectFile project, IEnumerable<string> wanted) =>
        wanted.Except(project.Projects).Select(name => $"{project.Name} does not reference {name}");

    private static IEnumerable<string> Extra(ProjectFile project, IEnumerable<string> allowed) =>
        project.Projects.Except(allowed).Select(name => $"{project.Name} references {name}: sideways");
}
