using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Kernel.Tests.Support;
using AiOs.Kernel.Tests.Support.Machines;
using AiOs.Kernel.WorkItems;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.WorkItems;

/// <summary>R2, in small: one work item, any order of commands.</summary>
public sealed class WorkItemProperties(ITestOutputHelper output)
{
    private static readonly WorkItemState[] Over = [WorkItemState.Done, WorkItemState.Rejected, WorkItemState.Failed, WorkItemState.Expired, WorkItemState.Undone];

    private static readonly Type[] Elsewhere =
    [
        typeof(WorkspaceOpened), typeof(MessageRefused), typeof(NoteKept), typeof(NoteWithdrawn), typeof(RecordWritten), typeof(RecordMerged), typeof(RecordUnmerged), typeof(WorkspaceFrozen), typeof(WorkspaceResumed), typeof(PolicyAdopted),
        typeof(AutonomyOffered), typeof(AutonomyAccepted), typeof(AutonomyRevoked), typeof(ModelMoneyReserved), typeof(ModelMoneySettled), typeof(PersonForgotten), typeof(ForgettingCompleted), typeof(WorkspaceRestored),
        typeof(ReplyReceived), typeof(DevicePaired), typeof(DeviceRevoked), typeof(MessageHeld), typeof(MessageRouted), typeof(CommandTaken),
        typeof(WorkItemForgotten), typeof(WorkItemRestored),

        // Needs another work item that asks for the same.
        typeof(CorrectionWithdrawn), typeof(PreferenceLearned), typeof(FactAwaited),

        // Only the runs of playbooks have these, see Playbooks.
        typeof(PlaybookStepTaken), typeof(PlaybookWaits), typeof(PlaybookAnswered), typeof(PlaybookStopped),
    ];

    [Property(MaxTest = 600, EndSize = 300)]
    public void Commands_InAnyOrder_KeepEveryPromise(byte[] script)
    {
        var machine = new ItemMachine();
        machine.DoAll(script);

        Assert.Empty(FaultsOf(machine));
    }

    [Property(MaxTest = 300, EndSize = 300)]
    public void State_AfterAnyCommand_HasAStepOrAWakeUp(byte[] script)
    {
        var machine = new ItemMachine();
        machine.DoAll(script, () => Assert.Empty(RestlessIn(machine)));
    }

    [Property(MaxTest = 200, EndSize = 300)]
    public void Fold_InOneGoPartsOrThroughTheJournal_IsTheSame(byte[] script, byte cut)
    {
        var machine = new ItemMachine();
        machine.DoAll(script);
        var empty = new WorkItem { Stream = machine.Item.Stream, Id = machine.Item.Id };
        var at = cut % machine.Events.Count;
        var whole = Fold.Of(empty, machine.Events);
        var parts = Fold.Of(Fold.Of(empty, machine.Events.Take(at)), machine.Events.Skip(at));
        var read = Fold.Of(empty, machine.Events.Select(fact => (Fold.ThroughJson(fact.Event), fact.At)));

        Assert.Equal(Fold.Text(machine.Item), Fold.Text(whole with { ChangedAt = machine.Item.ChangedAt }));
        Assert.Equal(Fold.Text(whole), Fold.Text(parts));
        Assert.Equal(Fold.Text(whole), Fold.Text(read));
    }

    /// <summary>The properties above say nothing if the commands never get anywhere.</summary>
    [Fact]
    public void Machine_OverManyScripts_ReachesEveryEventAndState()
    {
        var random = new Random(11);
        var seen = new Dictionary<Type, int>();
        var states = new HashSet<WorkItemState>();
        var requests = 0;
        var refused = 0;
        var faults = new List<string>();
        for (var run = 0; run < 800; run++)
        {
            var script = new byte[160];
            random.NextBytes(script);
            var machine = new ItemMachine();
            machine.DoAll(script, () =>
            {
                states.Add(machine.Item.State);
                faults.AddRange(RestlessIn(machine).Select(fault => $"run {run}: {fault}"));
            });
            faults.AddRange(FaultsOf(machine).Select(fault => $"run {run}: {fault} in {string.Join(' ', machine.Events.Select(fact => fact.Event.GetType().Name))}"));
            requests += History.Of(machine.Events).Requests;
            refused += machine.Refused;
            foreach (var (happened, _) in machine.Events)
            {
                seen[happened.GetType()] = seen.GetValueOrDefault(happened.GetType()) + 1;
            }
        }

        output.WriteLine(string.Join('\n', seen.OrderBy(one => one.Value).Select(one => $"{one.Value} {one.Key.Name}")));
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct().Take(40)));
        Assert.Empty(EventType.All.Select(type => type.ClearType).Except(Elsewhere).Except(seen.Keys));
        Assert.Empty(Enum.GetValues<WorkItemState>().Except([WorkItemState.Forgotten]).Except(states));
        Assert.True(requests > 300 && refused > 100, $"only {requests} attempts were made and {refused} taps refused");
    }

    private static string[] FaultsOf(ItemMachine machine) => [.. machine.Faults, .. History.FaultsIn(machine.Events)];

    /// <summary>Every open state has a step or a wake-up: who waits for nobody must not wait for ever.</summary>
    private static IEnumerable<string> RestlessIn(ItemMachine machine)
    {
        var item = machine.Item;
        if (NextStep.Of(item, machine.Around) is not Step.Sleep sleep)
        {
            yield return "it does not rest";
            yield break;
        }

        if (Over.Contains(item.State) != item.WakeAt is null)
        {
            yield return $"{item.State} wakes at {item.WakeAt}";
        }

        if (item.WakeAt > sleep.Until && !machine.Around.Frozen)
        {
            yield return $"{item.State} wakes at {item.WakeAt}, but its step is due at {sleep.Until}";
        }

        if (item.WakeAt is not null && sleep.Until == WorkItem.Never && item.State is not (WorkItemState.NeedsAnswer or WorkItemState.OutcomeUnknown))
        {
            yield return $"{item.State} has no step";
        }
    }
}
