using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Events;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Records;

namespace AiOs.Memory.Corrections;

/// <summary>Folds the corrected facts out of one Record's stream. Pure. A value that was replaced again, or restored, is no correction any more.</summary>
internal static class RecordLessons
{
    public static IReadOnlyList<Lesson> Of(IReadOnlyList<FeedCommit> stream)
    {
        var fields = new Dictionary<string, RecordField>(StringComparer.Ordinal);
        var lessons = new SortedDictionary<string, Lesson.Restated>(StringComparer.Ordinal);
        foreach (var commit in stream)
        {
            foreach (var written in commit.Events.OfType<RecordWritten>())
            {
                Take(written, commit, fields, lessons);
            }
        }

        return [.. lessons.Values.OrderBy(lesson => lesson.Number)];
    }

    private static void Take(RecordWritten written, FeedCommit commit, Dictionary<string, RecordField> fields, SortedDictionary<string, Lesson.Restated> lessons)
    {
        foreach (var (name, value) in written.Personal?.Fields ?? new Dictionary<string, RecordField>())
        {
            var before = fields.GetValueOrDefault(name);
            var restored = lessons.TryGetValue(name, out var earlier) && earlier.Before.Value == value.Value;
            if (before is not null && before.Value != value.Value)
            {
                lessons.Remove(name);
                if (!restored && value.Provenance is Provenance.Operator)
                {
                    lessons[name] = new Lesson.Restated(written.Record, name, before, value) { Number = commit.Position, At = commit.At, Source = commit.Stream };
                }
            }

            fields[name] = value;
        }

        foreach (var removed in written.Personal?.Removed ?? [])
        {
            fields.Remove(removed);
            lessons.Remove(removed);
        }
    }
}
