namespace AiOs.Contracts.Ports;

/// <summary>Keeps how far something was read: a mailbox, a channel's updates, a calendar. A cursor is moved after what it covers is durable.</summary>
public interface ICursors
{
    /// <summary>Where a cursor stands.</summary>
    /// <param name="name">Which; 1 to 200 printable ASCII characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The text it was set to, or nothing where it was never set.</returns>
    Task<string?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Moves a cursor, if it still stands where the caller read it.</summary>
    /// <param name="name">Which.</param>
    /// <param name="expected">Where the caller read it; nothing where it was never set.</param>
    /// <param name="value">Where it is to stand; at most 4,096 characters.</param>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <returns>Whether it was moved; false where somebody else moved it meanwhile.</returns>
    Task<bool> TryMoveAsync(string name, string? expected, string value, CancellationToken cancellationToken);
}
