namespace AiOs.Contracts.Desk;

/// <summary>What a check of the journal found.</summary>
/// <param name="Ok">Whether chain, signed head and blobs are whole.</param>
/// <param name="Commits">How many commits were checked.</param>
/// <param name="Position">Where the first fault is; nothing where there is none.</param>
/// <param name="Sentence">What was found, in one sentence.</param>
public sealed record ChainReport(bool Ok, long Commits, long? Position, string Sentence);
