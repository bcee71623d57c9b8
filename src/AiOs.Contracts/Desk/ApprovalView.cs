using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Desk;

/// <summary>One question to the operator as it stands.</summary>
/// <param name="Id">Which approval.</param>
/// <param name="Digest">What a decision must name.</param>
/// <param name="State"><c>open</c>, <c>granted</c>, <c>rejected</c>, <c>superseded</c>, <c>voided</c> or <c>expired</c>.</param>
/// <param name="ExpiresAt">When silence becomes no.</param>
/// <param name="Decided">Who decided, where and when, as one line; nothing while it is open.</param>
/// <param name="Effects">What it would do.</param>
public sealed record ApprovalView(ApprovalId Id, Digest Digest, string State, DateTimeOffset ExpiresAt, string? Decided, IReadOnlyList<EffectView> Effects)
{
    /// <summary>The single-use token that a tap has to carry; nothing once it is decided.</summary>
    public string? Nonce { get; init; }

    /// <summary>1: one tap. 2: type the amount or name. 3: also a second yes.</summary>
    public int Tier { get; init; } = 1;

    /// <summary>What the operator has to type to approve; nothing where one tap is enough.</summary>
    public string? Confirm { get; init; }

    /// <summary>What is different from the question before it, one sentence each.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];
}
