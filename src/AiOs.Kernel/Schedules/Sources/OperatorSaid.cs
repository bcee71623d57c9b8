using AiOs.Contracts.Approvals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Schedules;
using AiOs.Contracts.Schedules.Words;

namespace AiOs.Kernel.Schedules.Sources;

/// <summary>
/// Reads a schedule out of a Record. Only fields that the operator confirmed count: what a mail put there never runs. Pure.
/// </summary>
internal static class OperatorSaid
{
    /// <summary>What the field says that stops a schedule.</summary>
    public const string Stop = "stop";

    private static readonly string[] NamingFields = ["title", "trigger"];

    /// <summary>The verb and the article that a name may have before it.</summary>
    private static readonly string[] Openings = ["run ", "start ", "do ", "starte ", "mach ", "the ", "playbook ", "den ", "die ", "das "];

    public static bool IsStopped(RecordSnapshot record) => Confirmed(record, "state") == Stop;

    /// <summary>The schedule of a Record; nothing where the operator did not say when and what.</summary>
    /// <param name="record">The Record.</param>
    /// <param name="playbooks">The playbooks that the words may mean.</param>
    public static PlannedSchedule? Read(RecordSnapshot record, IReadOnlyList<RecordSnapshot> playbooks)
    {
        if (Confirmed(record, "when") is not { } when || Confirmed(record, "what") is not { } what || ScheduleWords.ReadWhen(when) is not { } times)
        {
            return null;
        }

        var playbook = playbooks.FirstOrDefault(one => Means(what, one));
        var catchUp = Confirmed(record, "catch-up") == "skip" ? CatchUp.Skip : CatchUp.Once;
        return playbook is null
            ? new PlannedSchedule(record.Id.Key, times.Cron, FiringKind.Words, what, catchUp, record.Id.ToString())
            : new PlannedSchedule(record.Id.Key, times.Cron, FiringKind.Playbook, playbook.Id.Key, catchUp, record.Id.ToString());
    }

    /// <summary>Whether words mean a playbook: its name, its title, or one line of what calls it.</summary>
    private static bool Means(string what, RecordSnapshot playbook)
    {
        var words = Bare(what);
        return words.Length > 0 && NamesOf(playbook).Any(name => Bare(name) == words);
    }

    private static IEnumerable<string> NamesOf(RecordSnapshot playbook) =>
    [
        playbook.Id.Key,
        .. NamingFields.SelectMany(field => playbook.Fields.TryGetValue(field, out var said) ? said.Value.Split('\n') : [])
            .Select(line => line.StartsWith("words:", StringComparison.OrdinalIgnoreCase) ? line["words:".Length..] : line),
    ];

    private static string Bare(string words)
    {
        var bare = ScheduleWords.Fold(words);
        foreach (var opening in Openings)
        {
            bare = bare.StartsWith(opening, StringComparison.Ordinal) ? bare[opening.Length..] : bare;
        }

        return bare;
    }

    private static string? Confirmed(RecordSnapshot record, string field) =>
        record.Fields.TryGetValue(field, out var said) && said.Provenance is Provenance.Operator ? said.Value : null;
}
