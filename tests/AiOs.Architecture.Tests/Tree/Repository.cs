namespace AiOs.Architecture.Tests.Tree;

/// <summary>The work tree these tests were built from, read from disk.</summary>
public sealed class Repository
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", ".git", "TestResults", ".playwright"];

    private Repository(string root)
    {
        Root = root;
        Projects = [.. Files("*.csproj").Select(path => ProjectFile.Parse(path, Read(path)))];
        Sources = [.. Files("*.cs").Select(path => SourceFile.Parse(path, Read(path)))];
    }

    public static Repository Current { get; } = new(FindRoot());

    public string Root { get; }

    public IReadOnlyList<ProjectFile> Projects { get; }

    public IReadOnlyList<SourceFile> Sources { get; }

    public IEnumerable<ProjectFile> SrcProjects => Projects.Where(project => project.InSrc);

    public IEnumerable<SourceFile> SrcSources => Sources.Where(source => source.InSrc);

    public string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));

    /// <summary>Paths from the root, with forward slashes, in order; build output and what npm brought left out.</summary>
    public IReadOnlyList<string> Files(string pattern)
    {
        var found = new List<string>();
        Collect(new DirectoryInfo(Root), pattern, found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private void Collect(DirectoryInfo folder, string pattern, List<string> found)
    {
        found.AddRange(folder.EnumerateFiles(pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/')));
        foreach (var inner in folder.EnumerateDirectories().Where(inner => !Skipped.Contains(inner.Name)))
        {
            Collect(inner, pattern, found);
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AiOs.Bot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("AiOs.Bot.sln is in no folder above the tests: run them from their work tree.");
    }
}
