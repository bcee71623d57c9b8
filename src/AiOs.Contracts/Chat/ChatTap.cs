using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Chat;

/// <summary>One tap on a button, as a channel hands it over: it proved who tapped. All else is input of a client.</summary>
public sealed record ChatTap
{
    /// <summary>Where it came in.</summary>
    public required ChannelName Channel { get; init; }

    /// <summary>Who tapped: an immutable id of the channel.</summary>
    public required string Sender { get; init; }

    /// <summary>The conversation.</summary>
    public required string Place { get; init; }

    /// <summary>The message under which the button stands, as the channel calls it; nothing where the channel does not say.</summary>
    public string? Message { get; init; }

    /// <summary>What the button carried.</summary>
    public required string Token { get; init; }

    /// <summary>What makes a repeat the same delivery.</summary>
    public required string DedupeKey { get; init; }

    /// <summary>What was typed on the card: the confirmation, the wish or the answer; nothing where a button is all there is.</summary>
    public string? Text { get; init; }
}
