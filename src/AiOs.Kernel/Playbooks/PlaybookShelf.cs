using System.Collections.Immutable;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Schemas;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Chat.Words;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Playbooks.Reading;
using AiOs.Kernel.Records;

namespace AiOs.Kernel.Playbooks;

/// <summary>Finds playbooks among the Records. A Record of the type without a text, such as the operator's own standing facts, is none.</summary>
internal sealed class PlaybookShelf(WorkspaceJournal journal, IJournalStore store, IEnumerable<ICron> crons)
{
    /// <summary>The field that holds the text: it is the operator's own, so no agent writes it.</summary>
    public const string TextField = "steps";

    private const int LongestPhrase = 80;
    private const int FewestFields = 6;

    private readonly ICron? _cron = crons.FirstOrDefault();

    public static RecordId IdOf(string name) => new(RecordType.Playbook.Name, name);

    /// <summary>Reads a text as a playbook of that name.</summary>
    public PlaybookReading Read(string text, string? name) => PlaybookReader.Read(text, name, FaultIn);

    /// <summary>The next moment of a schedule; nothing where nobody can tell.</summary>
    public DateTimeOffset? NextOf(string? cron, TimeZoneInfo zone, DateTimeOffset now) => cron is not null && _cron is not null && _cron.FaultIn(cron) is null ? _cron.Next(cron, zone, now) : null;

    /// <summary>A playbook as it holds now.</summary>
    public async Task<PlaybookVersion?> FindAsync(string name, CancellationToken cancellationToken) =>
        await journal.LoadAsync(StreamId.Of(IdOf(name)), cancellationToken) is RecordState { Version: > 0, Into: null } record ? Of(record) : null;

    /// <summary>Every playbook, by name.</summary>
    public async Task<IReadOnlyList<PlaybookVersion>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<PlaybookVersion>();
        foreach (var id in (await store.ListRecordsAsync(cancellationToken)).Select(row => row.Id).Where(id => id.Type == RecordType.Playbook.Name).OrderBy(id => id.Key, StringComparer.Ordinal))
        {
            if (await FindAsync(id.Key, cancellationToken) is { } playbook)
            {
                found.Add(playbook);
            }
        }

        return found;
    }

    /// <summary>The playbook that the operator's words start; nothing where they say something else.</summary>
    public async Task<PlaybookVersion?> HearAsync(string text, CancellationToken cancellationToken)
    {
        var folded = text.Length <= LongestPhrase ? PlainWords.Fold(text) : string.Empty;
        return folded.Contains(' ', StringComparison.Ordinal)
            ? (await ListAsync(cancellationToken)).FirstOrDefault(playbook => playbook.Document?.Words.Contains(folded) == true)
            : null;
    }

    /// <summary>A playbook as one version of it said; nothing where that cannot be read.</summary>
    public async Task<PlaybookDocument?> AtAsync(RecordId id, long version, CancellationToken cancellationToken)
    {
        if (await journal.LoadAsync(StreamId.Of(id), cancellationToken) is not RecordState record)
        {
            return null;
        }

        var fields = record.History.Where(change => change.Version <= version).Aggregate(ImmutableDictionary<string, RecordField>.Empty, RecordHistory.With);
        return fields.GetValueOrDefault(TextField) is { } text && Read(text.Value, id.Key) is PlaybookReading.Good good ? good.Document : null;
    }

    private PlaybookVersion? Of(RecordState record) => record.Fields.GetValueOrDefault(TextField) is { } text && record.Id.Key != "main"
        ? new PlaybookVersion(record.Id, record.Version, text.Value, Read(text.Value, record.Id.Key))
        : null;

    private string? FaultIn(string cron) =>
        _cron is not null ? _cron.FaultIn(cron) : cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is FewestFields or FewestFields + 1 ? null : "it has not six or seven fields";
}
