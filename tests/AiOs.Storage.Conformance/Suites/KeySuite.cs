using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Storage.Conformance.Kits;
using AiOs.Storage.Conformance.Support;

namespace AiOs.Storage.Conformance.Suites;

/// <summary>Data keys, whom they are about, and their destruction.</summary>
public abstract class KeySuite<TKit> : Suite<TKit>
    where TKit : StoreKit, new()
{
    [Fact]
    public async Task FindKey_KnownAndUnknown_GivesKeyOrNothing()
    {
        await using var open = await OpenAsync();
        var entry = Some.Opened(out var id);
        await AppendAsync(open.Journal, entry);

        Assert.Equal(entry.Key!.Wrapped.ToArray(), (await open.Journal.FindKeyAsync(Work(id), Token))!.Wrapped.ToArray());
        Assert.Null(await open.Journal.FindKeyAsync(StreamId.Workspace, Token));
    }

    [Fact]
    public async Task ReadKeys_InPages_GivesAllInOrdinalOrder()
    {
        await using var open = await OpenAsync();
        StreamId[] streams =
        [
            .. Enumerable.Range(0, 12).Select(_ => Work(Some.WorkItem())),
            .. Enumerable.Range(0, 12).Select(_ => StreamId.OfKnowledge(new EffectId(Some.Id()))),
            StreamId.Of(new MessageId(Some.Id())),
            StreamId.Of(new RecordId("client", "a")),
            StreamId.Of(new RecordId("client", "B")),
            StreamId.Workspace,
        ];
        await TogetherAsync(open.Journal, [.. streams.Select(stream => Some.Alone(stream) with { Key = Some.Key(stream) })]);

        var read = new List<StreamId>();
        for (var page = await open.Journal.ReadKeysAsync(null, 7, Token); page.Count > 0; page = await open.Journal.ReadKeysAsync(read[^1], 7, Token))
        {
            Assert.InRange(page.Count, 1, 7);
            read.AddRange(page.Select(key => key.Stream));
        }

        Assert.Equal(streams.OrderBy(stream => stream.Value, StringComparer.Ordinal), read);
    }

    [Fact]
    public async Task FindLinked_ByPrefix_GivesNewestFirst()
    {
        await using var open = await OpenAsync();
        var person = Some.Keyed();
        var work = new List<StreamId>();
        for (var index = 0; index < 5; index++)
        {
            await AppendAsync(open.Journal, Some.Opened(out var id, person), Some.Opened());
            work.Add(Work(id));
        }

        var records = new[] { "record/client/z", "record/client/a", "record/invoice/m" }.Select(name => new StreamId(name)).ToArray();
        foreach (var record in records)
        {
            await AppendAsync(open.Journal, Some.Alone(record) with { Links = [new PersonLink(person, record)] });
        }

        // Said again later: a link is there once and as old as it was.
        await AppendAsync(open.Journal, Some.Alone(records[0], 2) with { Links = [new PersonLink(person, records[0])] });

        Assert.Equal(work.AsEnumerable().Reverse().Take(3), await open.Journal.FindLinkedAsync(person, "work/", 3, Token));
        Assert.Equal(records.Reverse(), await open.Journal.FindLinkedAsync(person, "record/", 9, Token));
        Assert.Equal([records[1], records[0]], await open.Journal.FindLinkedAsync(person, "record/client/", 9, Token));
        Assert.Equal([work[2]], await open.Journal.FindLinkedAsync(person, work[2].Value, 9, Token));
        Assert.Equal(work.Count + records.Length, (await open.Journal.FindLinkedAsync(person, string.Empty, 99, Token)).Count);
        Assert.Empty(await open.Journal.FindLinkedAsync(person, "knowledge/", 9, Token));
        Assert.Empty(await open.Journal.FindLinkedAsync(person, "work/.*", 9, Token));
        Assert.Empty(await open.Journal.FindLinkedAsync(Some.Keyed(), "work/", 9, Token));
    }

    [Fact]
    public async Task DestroyKeys_SomeStreams_TakesKeysAndLinksForGoodAndLeavesTheCommits()
    {
        var person = Some.Keyed();
        JournalEntry[] entries = [Some.Opened(out var gone, person), Some.Opened(out var kept, person), Some.Opened(out var other)];
        await using (var open = await OpenAsync())
        {
            await TogetherAsync(open.Journal, entries);
            await open.Journal.DestroyKeysAsync([Work(gone), Work(other), StreamId.Workspace, new StreamId("work/none")], Token);

            // A writer whose first reply was lost offers its batch once more; that brings nothing back.
            await TogetherAsync(open.Journal, entries);
        }

        await using var again = await OpenAsync();
        Assert.Null(await again.Journal.FindKeyAsync(Work(gone), Token));
        Assert.Equal([Work(kept)], (await again.Journal.ReadKeysAsync(null, 9, Token)).Select(key => key.Stream));
        Assert.Equal([Work(kept)], await again.Journal.FindLinkedAsync(person, string.Empty, 9, Token));
        Same.Commits(CommitsOf(entries), await AllAsync(again.Journal));
        Same.Commits(CommitsOf(entries[..1]), await again.Journal.ReadStreamAsync(Work(gone), Token));
        await AppendAsync(again.Journal, Some.Moved(gone, 2), Some.Moved(kept, 2));
        Assert.Null(await again.Journal.FindKeyAsync(Work(gone), Token));
    }
}
