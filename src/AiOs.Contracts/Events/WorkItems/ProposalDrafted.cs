using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Contracts.Events;

/// <summary>An agent proposed something. It takes the place of every earlier proposal of the work item.</summary>
/// <param name="Proposal">Its id.</param>
/// <param name="Agent">Who drafted it.</param>
/// <param name="Confidence">How sure the agent is.</param>
/// <param name="Effects">What it would do; the exact bytes are in the sealed part, in the same order.</param>
public sealed record ProposalDrafted(ProposalId Proposal, AgentName Agent, Confidence Confidence, IReadOnlyList<ProposalDrafted.EffectLine> Effects)
    : PersonalEvent<ProposalDrafted.Words>
{
    /// <summary>Set where it only keeps the operator's answer to a missing fact; what needed the fact is drafted after it.</summary>
    public bool? Keeps { get; init; }

    /// <summary>Set where it is one step of several: when it is done, the next one is prepared.</summary>
    public bool? Continues { get; init; }

    /// <summary>What stands in clear of one effect.</summary>
    /// <param name="Effect">Its id.</param>
    /// <param name="Kind">What it does.</param>
    /// <param name="Category">What it touches.</param>
    /// <param name="OutcomeClass">What can be known when an answer is lost, as declared when it was drafted.</param>
    /// <param name="Digest">SHA-256 of its bytes, which are salted.</param>
    /// <param name="Gaps">How many things are missing in it; never approvable unless 0.</param>
    public sealed record EffectLine(EffectId Effect, EffectKind Kind, EffectCategory Category, OutcomeClass OutcomeClass, Digest Digest, int Gaps)
    {
        /// <summary>How it can be taken back, as declared when it was drafted; nothing stands for final.</summary>
        public Undo? Undo { get; init; }

        /// <summary>The effect that this one takes back.</summary>
        public EffectId? Compensates { get; init; }
    }

    /// <summary>The agent's words and the exact bytes.</summary>
    /// <param name="Summary">What it would do, in one sentence.</param>
    /// <param name="Reasons">Why.</param>
    /// <param name="Evidence">What it rests on.</param>
    /// <param name="EffectBytes">The canonical bytes of each effect, as text.</param>
    public sealed record Words(string Summary, IReadOnlyList<string> Reasons, IReadOnlyList<Evidence> Evidence, IReadOnlyList<string> EffectBytes)
    {
        /// <summary>What the kernel found out about each effect, in the same order.</summary>
        public IReadOnlyList<EffectGrounds>? Grounds { get; init; }

        /// <summary>Where something remembered says something else than a Record, which counts; one sentence each.</summary>
        public IReadOnlyList<string>? Conflicts { get; init; }

        /// <summary>What the agent was shown from memory, one line each with whose word it is, and what did not fit.</summary>
        public IReadOnlyList<string>? Remembered { get; init; }
    }
}
