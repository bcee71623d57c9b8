using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Digests.Watching;

/// <summary>Something about a digest that the operator has to be told elsewhere.</summary>
/// <param name="Id">What makes it the same one, so that it is told once: letters, digits and hyphens.</param>
/// <param name="But">The channel in which it cannot be told; nothing where any will do.</param>
/// <param name="DueAt">The moment at which the missing one was due; nothing where one was delivered, but not everywhere.</param>
internal sealed record DigestAlarm(string Id, ChannelName? But, DateTimeOffset? DueAt);
