using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Desk;
using AiOs.Kernel.Journal;
using AiOs.Kernel.WorkItems;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Approvals;

/// <summary>The broken variant: it takes every tap as if nobody had decided before.</summary>
internal static class PhaseBlind
{
    public static async Task<DecisionOutcome> DecideAsync(KernelHarness harness, OperatorDecision decision)
    {
        var id = (await harness.Store.FindApprovalAsync(decision.Approval, CancellationToken.None))!.Value;
        var recorded = await harness.Process.Get<StepRecorder>().RecordAsync(id, "tap", (item, around) => Take(item, decision, around), CancellationToken.None);
        var after = await harness.Process.Get<WorkItemLoop>().CarryOutAsync((AppendResult.Appended)recorded);
        return new DecisionOutcome(Accepted: true, "It is on its way.", harness.Process.Get<Views>().Of(after));
    }

    private static IReadOnlyList<Contracts.Events.JournalEvent> Take(WorkItem item, OperatorDecision decision, Surroundings around)
    {
        var asIfOpen = item.Approvals.First(approval => approval.Id == decision.Approval) with { Phase = ApprovalPhase.Open };
        return ((ApprovalAnswer.Decided)asIfOpen.Decide(decision, around.Now, "next")).Events;
    }
}
