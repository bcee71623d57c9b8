using AiOs.Bot.Composition;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Bot.Hosting;

/// <summary>The signed head in two files: one beside the journal, one outside the data folder.</summary>
internal sealed class HeadFiles(HostPlaces places, WorkspaceKeys keys) : IHeadCopies
{
    private readonly string[] _paths = [places.Head, SecondOf(places, keys)];

    public IReadOnlyList<byte[]> Read() => [.. _paths.Where(File.Exists).Select(PrivateFile.Read)];

    public void Write(ReadOnlySpan<byte> signedHead)
    {
        foreach (var path in _paths)
        {
            PrivateFile.Replace(path, signedHead);
        }
    }

    /// <summary>The copy outside the data folder.</summary>
    public static string SecondOf(HostPlaces places, WorkspaceKeys keys) => places.HeadFile ?? Elsewhere(keys);

    /// <summary>The user's folder for state, by the workspace's own key, so that two workspaces never share a file.</summary>
    private static string Elsewhere(WorkspaceKeys keys)
    {
        var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        return Path.Combine(state, "aios", Digest.Of(keys.HeadPublicKey.Span).Hex[..16], "head.json");
    }
}
