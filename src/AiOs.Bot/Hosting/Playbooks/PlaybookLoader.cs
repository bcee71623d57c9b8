using AiOs.Contracts;
using AiOs.Contracts.Playbooks;

namespace AiOs.Bot.Hosting.Playbooks;

/// <summary>Takes the playbook files that came with the program, at the start. One that cannot be taken is told, and the version before holds on.</summary>
internal sealed class PlaybookLoader(IPlaybooks playbooks)
{
    /// <summary>Where they stand: beside the binary, from wherever it is started.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "manifests", "playbooks");

    public async Task LoadAsync(TextWriter errors, CancellationToken cancellationToken)
    {
        string[] files = Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*.yaml").Order(StringComparer.Ordinal)] : [];
        foreach (var file in files)
        {
            if (await WordsAsync(file, cancellationToken) is { } words)
            {
                await errors.WriteLineAsync("playbook " + words);
            }
        }
    }

    private async Task<string?> WordsAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var taken = await playbooks.LoadAsync(Path.GetFileNameWithoutExtension(file), await File.ReadAllTextAsync(file, cancellationToken), cancellationToken);
            return !taken.Accepted ? PolicyLoader.PlaceOf(file, taken.Line, taken.Sentence) + "; the version before stays" : taken.Sentence is { Length: > 0 } said ? $"{file}: {said}" : null;
        }
        catch (Exception fault) when (fault is AiOsException or IOException or UnauthorizedAccessException)
        {
            return PolicyLoader.PlaceOf(file, line: null, fault.Message) + "; the version before stays";
        }
    }
}
