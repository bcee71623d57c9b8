using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting;

/// <summary>Whether a draft gains by other words. What the operator changed exactly stands as they changed it, and what came back is nobody's letter.</summary>
internal static class Rewording
{
    /// <summary>Whether a draft may be worded anew.</summary>
    /// <param name="brief">What it was drafted from.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="kind">The effect that holds its words.</param>
    /// <returns>Whether it may.</returns>
    public static bool MayTouch(AgentBrief brief, ProposalDraft draft, EffectKind kind) =>
        brief.Message.CameBack != true
        && draft.Effects.Any(effect => effect.Kind == kind)
        && !(brief.ChangeWanted && draft.Question is null);
}
