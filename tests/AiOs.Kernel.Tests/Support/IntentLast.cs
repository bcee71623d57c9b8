using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Journal;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Support;

/// <summary>The broken variant: it makes the call and records the approval, the attempt and its result together afterwards.</summary>
internal static class IntentLast
{
    public static async Task ApproveAsync(KernelHarness harness, ApprovalView card)
    {
        var stream = StreamId.Of((await harness.Store.FindApprovalAsync(card.Id, CancellationToken.None))!.Value);
        var item = (WorkItem)await harness.Process.Journal.LoadAsync(stream, CancellationToken.None);
        var decision = new OperatorDecision { Approval = card.Id, Kind = DecisionKind.Approve, Digest = card.Digest, Channel = ChannelName.Web, By = Some.Operator, Nonce = card.Nonce! };
        var facts = new List<JournalEvent>(((ApprovalAnswer.Decided)item.CurrentApproval!.Decide(decision, harness.Time.GetUtcNow(), card.Nonce!)).Events);
        var terms = new EffectTerms(TimeSpan.FromMinutes(1), TimeSpan.Zero, NotFoundIsProof: false);
        foreach (var effect in item.CurrentEffects)
        {
            var requested = effect.Request("host", harness.Time.GetUtcNow(), terms);
            var result = await harness.Process.Get<IEffectDispatcher>().PerformAsync(effect.Apply(requested[0], harness.Time.GetUtcNow()));
            facts.AddRange(requested);
            facts.AddRange(effect.Apply(requested[0], harness.Time.GetUtcNow()).Take(1, result, harness.Time.GetUtcNow(), terms));
        }

        facts.Add(new WorkItemFinished(WorkItemState.Done));
        await harness.Process.Journal.AppendAsync(new AppendRequest { Stream = stream, Cause = "late", Decide = _ => facts }, CancellationToken.None);
    }
}
