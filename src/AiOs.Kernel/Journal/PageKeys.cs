using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Journal;

/// <summary>The keys for one page of commits, each read from the store once. For one page only: a key that is destroyed must not be held on to.</summary>
internal sealed class PageKeys(WorkspaceJournal journal)
{
    private readonly Dictionary<StreamId, StreamKey?> _found = [];

    public async Task<StreamKey?> FindAsync(StreamId stream, CancellationToken cancellationToken)
    {
        if (!_found.TryGetValue(stream, out var key))
        {
            _found[stream] = key = await journal.FindKeyAsync(stream, cancellationToken);
        }

        return key;
    }
}
