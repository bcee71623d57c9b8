using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Chat;

/// <summary>One sender who is the operator.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Sender">The immutable id.</param>
/// <param name="Since">When it was paired, UTC; nothing where it stands in the configuration.</param>
public sealed record PairedDevice(ChannelName Channel, string Sender, DateTimeOffset? Since);
