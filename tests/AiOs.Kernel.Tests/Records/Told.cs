using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Kernel.Records;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Records;

/// <summary>The story of one Record, made from numbers: writes, removals, merges and merges taken back, an hour apart.</summary>
internal static class Told
{
    public static RecordId Berg { get; } = new("client", "berg");

    public static RecordId Other { get; } = new("client", "other");

    public static DateTimeOffset At(int version) => Some.Moment.AddHours(version);

    /// <summary>The events, one a version. With times, some hold from before or for a while only.</summary>
    public static IReadOnlyList<JournalEvent> Events(IEnumerable<byte> script, bool times)
    {
        var events = new List<JournalEvent>();
        var merged = false;
        foreach (var step in script)
        {
            var version = events.Count + 1;
            if (merged || step % 11 == 10)
            {
                events.Add(merged ? new RecordUnmerged(Berg, version, Facts.Mail) : new RecordMerged(Berg, version, Facts.Mail, Other));
                merged = !merged;
                continue;
            }

            events.Add(Written(version, step, times));
        }

        return events;
    }

    public static RecordState Fold(IEnumerable<JournalEvent> events)
    {
        var state = new RecordState { Stream = StreamId.Of(Berg), Id = Berg };
        foreach (var happened in events)
        {
            var version = (int)state.Version + 1;
            state = (RecordState)state.Apply(happened, At(version)) with { Version = version, ChangedAt = At(version) };
        }

        return state;
    }

    public static string TextOf(IReadOnlyDictionary<string, RecordField> fields) =>
        string.Join(", ", fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value.Value}"));

    private static RecordWritten Written(int version, byte step, bool times)
    {
        var name = "f" + (step % 3).ToString(CultureInfo.InvariantCulture);
        var removes = step % 7 == 6;
        var fields = new Dictionary<string, RecordField>();
        if (!removes)
        {
            fields[name] = new RecordField(string.Create(CultureInfo.InvariantCulture, $"v{version}"), Provenance.Operator);
        }

        return new RecordWritten(Berg, version, Facts.Mail)
        {
            Personal = new RecordWritten.Values(fields)
            {
                Removed = removes ? [name] : null,
                ValidFrom = times && step % 4 == 1 ? At(version - (step % 5)) : null,
                ValidTo = times && step % 4 == 2 ? At(version + 1 + (step % 3)) : null,
                Reason = step % 2 == 0 ? "because" : null,
            },
        };
    }
}
