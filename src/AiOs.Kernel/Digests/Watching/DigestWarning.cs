using AiOs.Contracts.Desk;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Places;

namespace AiOs.Kernel.Digests.Watching;

/// <summary>The warning on the page: it stands there until a digest comes as it should.</summary>
internal sealed class DigestWarning(ICursors cursors) : IWarnings
{
    private const string Name = "digest/warning";

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        await cursors.FindAsync(Name, cancellationToken) is { Length: > 0 } sentence ? [sentence] : [];

    public Task RaiseAsync(string sentence, CancellationToken cancellationToken) => cursors.SetAsync(Name, sentence, cancellationToken);

    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        if (await cursors.FindAsync(Name, cancellationToken) is { Length: > 0 } there)
        {
            await cursors.TryMoveAsync(Name, there, string.Empty, cancellationToken);
        }
    }
}
