using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Schemas;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Policy;

namespace AiOs.Kernel.Records;

/// <summary>Finds what Records know, as it holds now. A merged Record leads to the one that stayed.</summary>
internal sealed class RecordReader(WorkspaceJournal journal, IJournalStore store, Vault vault, TimeProvider time) : IRecords
{
    private const int MostPerPerson = 20;
    private const int MostNamed = 8;
    private const int MostHops = 16;

    private static readonly char[] Marks = ['.', ',', ';', ':', '!', '?', '(', ')', '<', '>', '"', '“', '”'];

    /// <summary>What a Record is known by.</summary>
    private static readonly HashSet<string> NamingFields = ["name", "aliases", "company", "email", "addresses", "number", "title", "client", "supplier"];

    /// <summary>What holds for the business itself, such as its terms. It is filled in bit by bit and has no steps.</summary>
    public static RecordId Own { get; } = new("playbook", "main");

    /// <summary>The policy in force, as a Record; version 0 while none was adopted.</summary>
    public async Task<RecordSnapshot> PolicyAsync(CancellationToken cancellationToken)
    {
        var current = ((PolicyState)await journal.LoadAsync(StreamId.Policy, cancellationToken)).Current;
        var text = new RecordField(current?.Text ?? PolicyShelf.DefaultText, Provenance.Operator);
        return new RecordSnapshot(PolicyState.Id, current?.Version ?? 0, new Dictionary<string, RecordField> { ["text"] = text });
    }

    /// <summary>What holds for the business itself, whomever a message is about: the operator's rates and other standing facts.</summary>
    private async Task<IReadOnlyList<RecordSnapshot>> OwnAsync(CancellationToken cancellationToken) =>
        await journal.LoadAsync(StreamId.Of(Own), cancellationToken) is RecordState { Version: > 0 } own ? [own.At(time.GetUtcNow())] : [];

    /// <summary>Only what the operator typed themselves names Records, and only there an agent gets to know the policy's version.</summary>
    public static bool IsTyped(MessageContent? content, Authority authority) => authority is Authority.Operator && content?.Origin is ContentOrigin.Typed;

    /// <summary>All that an agent may need to know of Records to work on a message.</summary>
    public async Task<IReadOnlyList<RecordSnapshot>> KnownToAsync(MessageContent? content, Authority authority, CancellationToken cancellationToken)
    {
        var about = IsTyped(content, authority)
            ? await NamedAsync(content!, cancellationToken)
            : await AboutAsync(new[] { content?.Sender?.Address, content?.Forwarder?.Address }.OfType<string>(), cancellationToken);
        return [.. about.Concat(await OwnAsync(cancellationToken)).DistinctBy(record => record.Id)];
    }

    public async Task<IReadOnlyList<RecordSnapshot>> AboutAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        var found = new List<RecordSnapshot>();
        foreach (var person in addresses.Select(vault.PersonHash).Distinct())
        {
            foreach (var stream in await store.FindLinkedAsync(person, "record/", MostPerPerson, cancellationToken))
            {
                if (await FollowAsync(stream, cancellationToken) is { } record && !found.Exists(other => other.Id == record.Id))
                {
                    found.Add(record.At(time.GetUtcNow()));
                }
            }
        }

        return found;
    }

    /// <summary>The Records that the operator's own typed words name, by id or by address.</summary>
    private async Task<IReadOnlyList<RecordSnapshot>> NamedAsync(MessageContent content, CancellationToken cancellationToken)
    {
        var words = content.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(Marks)).Distinct().ToList();
        var found = new List<RecordSnapshot>();
        foreach (var word in words.Where(word => RecordId.TryParse(word, out _) && !word.StartsWith("policy/", StringComparison.Ordinal)).Take(MostNamed))
        {
            if (RecordId.TryParse(word, out var id) && await FindAsync(id, cancellationToken) is { } record)
            {
                found.Add(record);
            }
        }

        found.AddRange(await AboutAsync(words.Where(word => FieldForms.Fits(FieldForm.Email, word)).Take(MostNamed), cancellationToken));
        found.AddRange(await MentionsAsync(content.Text, cancellationToken));
        return [.. found.DistinctBy(record => record.Id)];
    }

    /// <summary>
    /// What the words of a message refer to, by exact number, address or whole name: only what a Record is known by, and only to say which one is
    /// meant. Foreign words open no Record to an agent this way, and ground nothing.
    /// </summary>
    public async Task<IReadOnlyList<RecordSnapshot>> MentionedAsync(MessageContent? content, CancellationToken cancellationToken) =>
        content is null ? [] : [.. (await MentionsAsync($"{content.Subject}\n{content.Text}", cancellationToken)).Select(Naming)];

    private async Task<IReadOnlyList<RecordSnapshot>> MentionsAsync(string text, CancellationToken cancellationToken)
    {
        var named = Mentions.In(text);
        var found = new List<RecordSnapshot>();
        foreach (var link in named.Addresses.Concat(named.Numbers.Select(RecordLinks.OfNumber)).Concat(named.Names.SelectMany(name => new[] { RecordLinks.OfName(name), RecordLinks.OfTitle(name) })))
        {
            foreach (var stream in await store.FindLinkedAsync(vault.PersonHash(link), "record/", MostNamed, cancellationToken))
            {
                if (found.Count < MostNamed && await FollowAsync(stream, cancellationToken) is { } record && found.All(other => other.Id != record.Id) && IsNamed(record.Id))
                {
                    found.Add(record.At(time.GetUtcNow()));
                }
            }
        }

        return found;
    }

    private static bool IsNamed(RecordId id) => RecordLinks.IsParty(id) || id.Type is "invoice" or "project";

    private static RecordSnapshot Naming(RecordSnapshot record) =>
        record with { Fields = record.Fields.Where(field => NamingFields.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value) };

    public async Task<RecordSnapshot?> FindAsync(RecordId id, CancellationToken cancellationToken) =>
        StreamId.Of(id) == StreamId.Policy ? await PolicyAsync(cancellationToken)
        : (await FollowAsync(StreamId.Of(id), cancellationToken))?.At(time.GetUtcNow());

    public async Task<IReadOnlyList<RecordChange>> HistoryAsync(RecordId id, CancellationToken cancellationToken) =>
        await journal.LoadAsync(StreamId.Of(id), cancellationToken) is RecordState record ? record.History : [];

    public async Task<RecordSnapshot?> AsOfAsync(RecordId id, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop < MostHops && await journal.LoadAsync(StreamId.Of(id), cancellationToken) is RecordState { Version: > 0 } record; hop++)
        {
            if (RecordHistory.MergedAt(record.History, moment) is not { } into)
            {
                var fields = RecordHistory.AsOf(record.History, moment);
                return fields.Count > 0 || record.History[0].At <= moment ? new RecordSnapshot(id, record.Version, fields) : null;
            }

            id = into;
        }

        return null;
    }

    public Task<IReadOnlyList<RecordSnapshot>> AboutAsync(string who, CancellationToken cancellationToken) =>
        AboutAsync([who, RecordLinks.OfName(who)], cancellationToken);

    public async Task<RecordPage> ListAsync(string type, RecordId? after, int count, CancellationToken cancellationToken)
    {
        var rows = (await store.ListRecordsAsync(cancellationToken)).Select(row => row.Id).Where(id => id.Type == type)
            .OrderBy(id => id.Key, StringComparer.Ordinal).SkipWhile(id => after is { } last && string.CompareOrdinal(id.Key, last.Key) <= 0);
        var page = new List<RecordSnapshot>();
        foreach (var id in rows)
        {
            if (page.Count == count)
            {
                return new RecordPage(page, page.Count == 0 ? null : page[^1].Id);
            }

            if (await journal.LoadAsync(StreamId.Of(id), cancellationToken) is RecordState { Version: > 0, Into: null } record)
            {
                page.Add(record.At(time.GetUtcNow()));
            }
        }

        return new RecordPage(page, Next: null);
    }

    /// <summary>Merges never close to a ring; the bound only keeps a damaged journal from turning here for ever.</summary>
    private async Task<RecordState?> FollowAsync(StreamId stream, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop < MostHops; hop++)
        {
            if (await journal.LoadAsync(stream, cancellationToken) is not RecordState { Version: > 0 } record)
            {
                return null;
            }

            if (record.Into is not { } into)
            {
                return record;
            }

            stream = StreamId.Of(into);
        }

        return null;
    }
}
