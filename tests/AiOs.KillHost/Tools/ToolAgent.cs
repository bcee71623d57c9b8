using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;
using AiOs.Testing.Tools;

namespace AiOs.KillHost.Tools;

/// <summary>Drafts the one call that a mail comes to, as the plan has it, and nothing else.</summary>
internal sealed class ToolAgent(ToolPlan plan) : IAgent
{
    public static AgentName Called { get; } = new("tools");

    public AgentName Name => Called;

    public Grant Grant { get; } = new()
    {
        RecordTypes = [],
        KnowledgeKinds = [],
        EffectKinds = [.. plan.Tools.Keys.Select(ToolConnector.KindOf)],
    };

    public Task<ProposalDraft> DraftAsync(AgentBrief brief, CancellationToken cancellationToken)
    {
        var call = plan.For(brief.Message.Subject) ?? throw new InvalidOperationException("No call is planned for this mail.");
        return Task.FromResult(new ProposalDraft
        {
            Summary = "Do what the customer asks for in the shop.",
            Reasons = ["the customer asks for it"],
            Evidence = [new Evidence("message", null, brief.Message.Subject!, Provenance.External)],
            Confidence = new Confidence(800),
            Effects = [new EffectDraft(ToolConnector.KindOf(call.Tool), call.Arguments.GetRawText())],
        });
    }
}
