using AiOs.Contracts.Ids;
using AiOs.Kernel.Ledger;

namespace AiOs.Kernel.Desk;

/// <summary>How a wish of the operator reached us.</summary>
/// <param name="Dedupe">What a repeat is told by, already hashed; nothing where it cannot come again.</param>
/// <param name="Via">How it was known what it is about.</param>
internal sealed record Delivery(string? Dedupe, string? Via)
{
    /// <summary>From a page or a verb.</summary>
    public static Delivery Once { get; } = new(null, null);

    /// <summary>The message of a chat that can be taken out again.</summary>
    public MessageId? Message { get; init; }

    /// <summary>Whether who said it is the operator at the very position of the commit: somebody may have been revoked meanwhile, on another host.</summary>
    public Func<WorkspaceLedger, bool> Holds { get; init; } = static _ => true;
}
