namespace AiOs.Kernel.Digests.Counting;

/// <summary>What went wrong, and how often.</summary>
/// <param name="Cause">What, in a few stable words without anything personal: <c>email.send</c>, <c>execution agent: unreadable-arguments</c>.</param>
/// <param name="Count">How often.</param>
internal sealed record FailureCount(string Cause, int Count);
