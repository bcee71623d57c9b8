using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Kernel.Tests.Support;
using AiOs.Kernel.WorkItems;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.WorkItems;

public sealed class WorkItemProperties
{
    private static readonly WorkItemState[] Over = [WorkItemState.Done, WorkItemState.Rejected, WorkItemState.Failed, WorkItemState.Expired];

    [Property(MaxTest = 1000)]
    public void Commands_InAnyOrder_KeepEveryPromise(byte[] script)
    {
        var machine = Run(script);

        Assert.Empty(History.FaultsIn(machine.Events));
    }

    [Property(MaxTest = 400)]
    public void State_AfterAnyCommand_HasAStepOrAWakeUp(byte[] script)
    {
        var machine = new ItemMachine();
        machine.Wake();
        foreach (var command in script)
        {
            machine.Do(command);
            var sleep = Assert.IsType<Step.Sleep>(NextStep.Of(machine.Item, machine.Around));
            Assert.Equal(Over.Contains(machine.Item.State), machine.Item.WakeAt is null);
            Assert.True(machine.Item.WakeAt is null || machine.Around.Frozen || machine.Item.WakeAt <= sleep.Until, $"{machine.Item.State} wakes at {machine.Item.WakeAt}, but its step is due at {sleep.Until}");
        }
    }

    [Property(MaxTest = 300)]
    public void Fold_InOneGoPartsOrThroughTheJournal_IsTheSame(byte[] script, byte cut)
    {
        var machine = Run(script);
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
        var seen = new HashSet<Type>();
        var states = new HashSet<WorkItemState>();
        var requests = 0;
        for (var run = 0; run < 400; run++)
        {
            var script = new byte[40];
            random.NextBytes(script);
            var machine = new ItemMachine();
            machine.Wake();
            foreach (var command in script)
            {
                machine.Do(command);
                states.Add(machine.Item.State);
            }

            var history = History.Of(machine.Events);
            Assert.Empty(History.FaultsIn(machine.Events));
            requests += history.Requests;
            seen.UnionWith(machine.Events.Select(fact => fact.Event.GetType()));
        }

        Type[] elsewhere = [typeof(WorkspaceOpened), typeof(MessageRefused), typeof(NoteKept), typeof(RecordWritten)];
        Assert.Empty(EventType.All.Select(type => type.ClearType).Except(elsewhere).Except(seen));
        Assert.Empty(Enum.GetValues<WorkItemState>().Except(states));
        Assert.True(requests > 300, $"only {requests} attempts were made");
    }

    private static ItemMachine Run(byte[] script)
    {
        var machine = new ItemMachine();
        machine.Wake();
        foreach (var command in script)
        {
            machine.Do(command);
        }

        return machine;
    }
}
