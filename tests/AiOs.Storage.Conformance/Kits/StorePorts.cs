using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Leases;
using AiOs.Contracts.Ports;

namespace AiOs.Storage.Conformance.Kits;

/// <summary>Everything that one host opens on a place.</summary>
/// <param name="Journal">The journal.</param>
/// <param name="Blobs">The blobs.</param>
/// <param name="Leases">The leases.</param>
/// <param name="Cursors">The cursors.</param>
/// <param name="Knowledge">Memory.</param>
/// <param name="Close">What closes it.</param>
public sealed record StorePorts(IJournalStore Journal, IBlobStore Blobs, ILeases Leases, ICursors Cursors, IKnowledgeStore Knowledge, Func<ValueTask> Close) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Close();
}
