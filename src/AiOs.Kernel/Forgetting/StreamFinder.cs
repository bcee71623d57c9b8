using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Exporting;

namespace AiOs.Kernel.Forgetting;

/// <summary>Finds every stream that is about somebody: by links, by the words of every commit there is, and by what its effects kept.</summary>
internal sealed class StreamFinder(IJournalStore store, WorkspaceJournal journal, SubjectReader subjects)
{
    private const int PageSize = 500;

    /// <summary>Looks through the whole journal.</summary>
    /// <param name="scope">Who.</param>
    /// <param name="known">Streams that are known to belong to it already.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FoundStreams> FindAsync(ForgetScope scope, IEnumerable<StreamId> known, CancellationToken cancellationToken)
    {
        var linked = await LinkedAsync(scope, cancellationToken);
        var found = new HashSet<StreamId>([.. known, .. linked]);
        var inPolicy = false;
        for (var grown = true; grown;)
        {
            var before = found.Count;
            inPolicy |= await ScanAsync(scope, found, cancellationToken);
            // An effect of a stream that was found only now may have kept a note before it.
            grown = found.Count > before;
        }

        return await GatherAsync(found, linked, inPolicy, cancellationToken);
    }

    private async Task<HashSet<StreamId>> LinkedAsync(ForgetScope scope, CancellationToken cancellationToken)
    {
        var linked = scope.Records.Select(StreamId.Of).ToHashSet();
        foreach (var person in scope.People)
        {
            linked.UnionWith((await store.FindLinkedAsync(person, string.Empty, int.MaxValue, cancellationToken)).Where(IsAboutPeople));
        }

        return linked;
    }

    private async Task<bool> ScanAsync(ForgetScope scope, HashSet<StreamId> found, CancellationToken cancellationToken)
    {
        var inPolicy = false;
        await foreach (var commit in AllAsync(cancellationToken))
        {
            if (commit.Stream == StreamId.Policy)
            {
                inPolicy |= subjects.Names(scope.People, commit);
            }
            else if (IsAboutPeople(commit.Stream))
            {
                if (found.Contains(commit.Stream) || (subjects.Names(scope.People, commit) && found.Add(commit.Stream)))
                {
                    found.UnionWith(await NotesOfAsync(commit, cancellationToken));
                }
            }
        }

        return inPolicy;
    }

    /// <summary>A note that an effect of the work item kept may name nobody and still be about the person.</summary>
    private async Task<IReadOnlyList<StreamId>> NotesOfAsync(Commit commit, CancellationToken cancellationToken)
    {
        var notes = new List<StreamId>();
        foreach (var line in LinesIn(commit).Where(line => line.Kind == EffectKind.NoteKeep))
        {
            if (await subjects.ExistsAsync(StreamId.OfKnowledge(line.Effect), cancellationToken))
            {
                notes.Add(StreamId.OfKnowledge(line.Effect));
            }
        }

        return notes;
    }

    private async Task<FoundStreams> GatherAsync(HashSet<StreamId> found, HashSet<StreamId> linked, bool inPolicy, CancellationToken cancellationToken)
    {
        var effects = new HashSet<EffectId>();
        var blobs = new List<Digest>();
        var streams = new List<StreamId>();
        foreach (var stream in found.OrderBy(stream => stream.Value, StringComparer.Ordinal))
        {
            var commits = await journal.ReadStreamAsync(stream, cancellationToken);
            if (commits.Count > 0)
            {
                streams.Add(stream);
                effects.UnionWith(commits.SelectMany(LinesIn).Select(line => line.Effect));
                blobs.AddRange(commits.SelectMany(BlobsIn.Commit).Select(blob => blob.Sha256));
            }
        }

        return new FoundStreams(streams, streams.Count(stream => !linked.Contains(stream)), effects, blobs, inPolicy);
    }

    private async IAsyncEnumerable<Commit> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = 1L;
        while (await store.ReadAsync(from, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            var keys = new PageKeys(journal);
            foreach (var stored in page)
            {
                yield return CommitReader.Read(stored, await keys.FindAsync(stored.Stream, cancellationToken));
            }

            from = page[^1].Position + 1;
        }
    }

    private static IEnumerable<ProposalDrafted.EffectLine> LinesIn(Commit commit) => commit.Events.OfType<ProposalDrafted>().SelectMany(drafted => drafted.Effects);

    private static bool IsAboutPeople(StreamId stream) => stream != StreamId.Workspace && stream != StreamId.Policy && stream != StreamId.Autonomy;
}
