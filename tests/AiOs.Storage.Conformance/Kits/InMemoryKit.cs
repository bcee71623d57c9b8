using AiOs.Testing.Stores;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Storage.Conformance.Kits;

/// <summary>The stores in memory that the kernel's tests stand on: they have to be as strict as a real one.</summary>
public sealed class InMemoryKit : StoreKit
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryJournalStore _journal = new() { IsExclusive = false };
    private readonly InMemoryKnowledgeStore _knowledge = new();
    private readonly InMemoryBlobStore _blobs = new();
    private readonly InMemoryCursors _cursors = new();
    private readonly InMemoryLeases _leases;

    /// <summary>Makes an empty one.</summary>
    public InMemoryKit()
    {
        _leases = new InMemoryLeases(_time);
        Faults = new InMemoryFaults(_journal);
    }

    /// <inheritdoc/>
    public override bool IsShared => true;

    /// <inheritdoc/>
    public override StoreFaults Faults { get; }

    /// <inheritdoc/>
    public override Task<StorePorts> OpenAsync() => Task.FromResult(new StorePorts(_journal, _blobs, _leases, _cursors, _knowledge, () => ValueTask.CompletedTask));

    /// <inheritdoc/>
    public override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
