using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;
using AiOs.Simulation.People;

namespace AiOs.Simulation.Soak;

/// <summary>Always the same work: one effect that is asked.</summary>
internal sealed class SoakAgent : IAgent
{
    public AgentName Name => AgentName.Execution;

    public Grant Grant => Grant.Everything;

    public Task<ProposalDraft> DraftAsync(AgentBrief brief, CancellationToken cancellationToken) => Task.FromResult(new ProposalDraft
    {
        Summary = "See to it.",
        Reasons = ["it was asked for"],
        Evidence = [new Evidence("message", null, "Please see to it.", Provenance.External)],
        Confidence = new Confidence(900),
        Effects = [new EffectDraft(SoakConnector.Pay, FormattableString.Invariant($$"""{"message":{{Mail.NumberOf(brief.Message)}}}"""))],
    });
}
