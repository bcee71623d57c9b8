using AiOs.Kernel.Playbooks;
using AiOs.Kernel.Playbooks.Reading;

namespace AiOs.Kernel.Tests.Playbooks;

/// <summary>Playbooks: those that come with the program, and small ones.</summary>
internal static class Books
{
    public const string Small = """
        version: 1
        name: small
        title: A small one
        trigger:
          words: [do the small one]
        for-each:
          type: client
        steps:
          - name: hello
            mail: { to: "{client.email}", subject: Hello, text: "Hello {client.name}" }

        """;

    public static string Shipped(string name) => File.ReadAllText(Path.Combine(Folder(), name + ".yaml"));

    public static IReadOnlyList<string> Names { get; } = [.. Directory.EnumerateFiles(Folder(), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static PlaybookDocument Read(string text) => PlaybookReader.Read(text, name: null, _ => null) switch
    {
        PlaybookReading.Good good => good.Document,
        PlaybookReading.Bad bad => throw new InvalidOperationException($"{bad.Line}: {bad.Reason}"),
        _ => throw new InvalidOperationException(),
    };

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AiOs.Bot.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository is not around the tests.");
        }

        return Path.Combine(folder, "manifests", "playbooks");
    }
}
