using AiOs.Testing.Stores;

namespace AiOs.Storage.Conformance.Kits;

/// <summary>What goes wrong in memory.</summary>
internal sealed class InMemoryFaults(InMemoryJournalStore journal) : StoreFaults
{
    public override void LoseNextReply() => journal.FailNext(StoreFault.LostReply);

    public override void LoseNextWrite() => journal.FailNext(StoreFault.TransientBefore);

    public override void KeepFirst(int count)
    {
        journal.PrefixLength = _ => count;
        journal.FailNext(StoreFault.PrefixThenTransient);
    }

    public override Task GoAwayAsync()
    {
        journal.IsAway = true;
        return Task.CompletedTask;
    }

    public override Task ComeBackAsync()
    {
        journal.IsAway = false;
        return Task.CompletedTask;
    }
}
