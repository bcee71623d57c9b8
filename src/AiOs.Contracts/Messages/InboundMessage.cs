using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Messages;

/// <summary>One thing that came in, as a channel hands it to the inbox.</summary>
public sealed record InboundMessage
{
    /// <summary>Where it came in.</summary>
    public required ChannelName Channel { get; init; }

    /// <summary>Whose words <see cref="Content"/> holds.</summary>
    public required Authority Authority { get; init; }

    /// <summary>
    /// What makes a repeat the same message: for mail the Message-ID and the body's digest, for a channel its own delivery id.
    /// The journal keeps a keyed hash of it for ever.
    /// </summary>
    public required string DedupeKey { get; init; }

    /// <summary>What it says.</summary>
    public required MessageContent Content { get; init; }

    /// <summary>The message as it came over the wire, kept whole; empty for typed text.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>The files of <see cref="MessageContent.Attachments"/>, in the same order.</summary>
    public IReadOnlyList<InboundFile> Files { get; init; } = [];
}
