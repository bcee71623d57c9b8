namespace AiOs.Testing.Hosting;

/// <summary>Where this tree and what it built lie.</summary>
public static class Places
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Root { get; } = FindRoot();

    public static string Host => Built("src", "AiOs.Bot");

    public static string KillHost => Built("tests", "AiOs.KillHost");

    public static string Peers => Path.Combine(Root, "tests", "peers");

    public static string Screens => Path.Combine(Root, "artifacts", "screens");

    private static string Built(string room, string name) => Path.Combine(Root, room, name, "bin", Configuration, "net10.0", name + ".dll");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AiOs.Bot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the tree that built them.");
    }
}
