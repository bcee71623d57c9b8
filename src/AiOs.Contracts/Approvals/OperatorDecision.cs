using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Approvals;

/// <summary>One tap of the operator, as a channel hands it over after it proved who tapped.</summary>
public sealed record OperatorDecision
{
    /// <summary>Which question is answered.</summary>
    public required ApprovalId Approval { get; init; }

    /// <summary>What was decided.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>The digest the card showed. Where it is not the digest of the open approval, nothing is decided.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Where it was decided.</summary>
    public required ChannelName Channel { get; init; }

    /// <summary>Who decided: an immutable id of the channel, never a display name.</summary>
    public required string By { get; init; }

    /// <summary>
    /// The single-use token of the card that was tapped (128 random bits in hexadecimal digits). It is kept by the kernel only, and a tap without it,
    /// or with one that was used before, decides nothing.
    /// </summary>
    public required string Nonce { get; init; }

    /// <summary>What the operator typed to confirm: the amount or the name that a card of tier 2 or 3 asks for.</summary>
    public string? Confirmation { get; init; }

    /// <summary>The reason of a rejection, or what to change.</summary>
    public string? Text { get; init; }
}
