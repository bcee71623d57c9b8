using System.Collections.Concurrent;
using System.Text;
using AiOs.Contracts.Ids;

namespace AiOs.Agents.Models;

/// <summary>A prompt, as it stands in this program.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The first eight hexadecimal digits of the SHA-256 of its text, so that every change of it is another version.</param>
/// <param name="Text">Its text.</param>
public sealed record ModelPrompt(string Name, string Version, string Text)
{
    private const int VersionLength = 8;

    private static readonly ConcurrentDictionary<string, ModelPrompt> Known = new(StringComparer.Ordinal);

    /// <summary>The prompt of a file <c>Prompts/NAME.md</c> in the folder of an agent. Throws where there is none.</summary>
    /// <param name="name">The file's name without its ending; unique over all agents.</param>
    /// <returns>The prompt.</returns>
    public static ModelPrompt Named(string name) => Known.GetOrAdd(name, Read);

    /// <summary>Name and version: <c>execution@3f9a0c11</c>.</summary>
    /// <returns>As it stands in the journal.</returns>
    public override string ToString() => $"{Name}@{Version}";

    private static ModelPrompt Read(string name)
    {
        using var stream = typeof(ModelPrompt).Assembly.GetManifestResourceStream("Prompts." + name)
            ?? throw new InvalidOperationException($"There is no prompt {name}; it is to be Prompts/{name}.md in the folder of its agent.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
        return new ModelPrompt(name, Digest.Of(Encoding.UTF8.GetBytes(text)).Hex[..VersionLength], text);
    }
}
