namespace AiOs.Contracts.Journal;

/// <summary>What decisions need to know of the whole workspace, folded up to a position: a shortcut, never the truth.</summary>
/// <param name="Position">The last commit that is folded in.</param>
/// <param name="Body">JSON of the kernel's own.</param>
public sealed record LedgerRow(long Position, string Body);
