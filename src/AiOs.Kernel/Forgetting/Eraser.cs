using AiOs.Contracts.Events;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Forgetting;

/// <summary>
/// Takes away all that was found about somebody. Every step may be done again, and the keys go last: until then everything that is still
/// to be taken away can be found again.
/// </summary>
internal sealed class Eraser(WorkspaceJournal journal, IBlobStore blobs, IEnumerable<IRemnants> remnants, IEnumerable<IKnowledgeStore> knowledge, EffectCatalog catalog, IBoundary boundary)
{
    /// <summary>Erases; the list outside knows the streams already.</summary>
    /// <returns>How many files beside the stores were taken away.</returns>
    public async Task<int> EraseAsync(ForgetScope scope, FoundStreams found, Func<string, bool> names, CancellationToken cancellationToken)
    {
        await BlobsAsync(found.Blobs, cancellationToken);
        var files = await RemoveFilesAsync(found, names, cancellationToken);
        boundary.Cross(Boundaries.WhileErasing);
        await KnowledgeAsync(found.Streams, cancellationToken);
        boundary.Cross(Boundaries.WhileErasing);
        await journal.DestroyKeysAsync(found.Streams, cancellationToken);
        catalog.ForgetPreviews();
        boundary.Cross(Boundaries.WhileErasing);

        // Whoever follows the journal may have read a commit before its key went, and kept it after memory was told.
        await KnowledgeAsync(found.Streams, cancellationToken);
        await CompleteAsync(scope, found.Streams.Count, cancellationToken);
        return files;
    }

    /// <summary>Takes away what lies beside the stores.</summary>
    public async Task<int> RemoveFilesAsync(FoundStreams found, Func<string, bool> names, CancellationToken cancellationToken)
    {
        var files = 0;
        foreach (var place in remnants)
        {
            files += await place.RemoveAsync(new ForgottenSubject(found.Streams, [.. found.Effects], names), cancellationToken);
        }

        return files;
    }

    private async Task BlobsAsync(IReadOnlyList<Digest> names, CancellationToken cancellationToken)
    {
        foreach (var blob in names)
        {
            await blobs.DeleteAsync(blob, cancellationToken);
        }

        boundary.Cross(Boundaries.WhileErasing);
    }

    private async Task KnowledgeAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellationToken)
    {
        foreach (var store in knowledge)
        {
            await store.ForgetAsync(streams, cancellationToken);
        }
    }

    private Task<AppendResult> CompleteAsync(ForgetScope scope, int streams, CancellationToken cancellationToken) => journal.AppendAsync(
        new AppendRequest
        {
            Stream = StreamId.Workspace,
            Cause = "forget/" + scope.Forgetting,
            Decide = at => at.State is WorkspaceStream { Open: var open } && open.ContainsKey(scope.Forgetting) ? [new ForgettingCompleted(scope.Forgetting, streams)] : [],
        },
        cancellationToken);
}
