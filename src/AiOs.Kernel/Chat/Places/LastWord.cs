using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Chat.Places;

/// <summary>Cursors that only remember the last thing said.</summary>
internal static class LastWord
{
    /// <summary>Sets a cursor whatever it says. Of two that do so at once, the later one counts.</summary>
    public static async Task SetAsync(this ICursors cursors, string name, string value, CancellationToken cancellationToken)
    {
        while (await cursors.FindAsync(name, cancellationToken) is var there && there != value && !await cursors.TryMoveAsync(name, there, value, cancellationToken))
        {
            // Somebody else was faster.
        }
    }
}
