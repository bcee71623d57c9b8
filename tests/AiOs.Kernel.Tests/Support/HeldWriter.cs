using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Support;

/// <summary>Holds the journal's writer in its next write, so that whoever comes meanwhile waits together.</summary>
internal sealed class HeldWriter
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldWriter(InMemoryJournalStore store) => store.BeforeAppend = _ =>
    {
        _entered.TrySetResult();
        return _released.Task;
    };

    /// <summary>Done when the writer is held.</summary>
    public Task Entered => _entered.Task;

    public void Release() => _released.SetResult();
}
