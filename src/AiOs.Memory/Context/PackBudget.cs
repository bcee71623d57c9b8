using AiOs.Contracts.Context;
using AiOs.Contracts.Records;

namespace AiOs.Memory.Context;

/// <summary>
/// Fits a pack into its budget: facts first, then lessons, then recollections by score, then the conversation from its newest turn. A line that
/// does not fit is left out and counted, and so is all that comes after it in its part, so that no lesser line takes its place.
/// </summary>
internal static class PackBudget
{
    public static ContextPack Fit(ContextPack whole, int budget)
    {
        var left = budget;
        var facts = Take(whole.Facts, TokensOf, ref left);
        var lessons = Take(whole.Lessons, TokensOf, ref left);
        var recollections = Take(whole.Recollections, one => TokenEstimate.Of(one.Item.Title) + TokenEstimate.Of(one.Item.Text), ref left);
        var turns = Take([.. whole.Turns.Reverse()], turn => TokenEstimate.Of(turn.Words), ref left);
        var dropped = whole.Facts.Count - facts.Count + whole.Lessons.Count - lessons.Count + whole.Recollections.Count - recollections.Count + whole.Turns.Count - turns.Count;
        return whole with
        {
            Facts = facts,
            Lessons = lessons,
            Recollections = recollections,
            Turns = [.. Enumerable.Reverse(turns)],
            Tokens = budget - left,
            LeftOut = dropped,
        };
    }

    private static List<T> Take<T>(IReadOnlyList<T> lines, Func<T, int> tokensOf, ref int left)
    {
        var taken = new List<T>(lines.Count);
        foreach (var line in lines)
        {
            var tokens = tokensOf(line);
            if (tokens > left)
            {
                break;
            }

            left -= tokens;
            taken.Add(line);
        }

        return taken;
    }

    private static int TokensOf(RecordSnapshot record) =>
        TokenEstimate.Of(record.Id.ToString()) + record.Fields.Sum(field => TokenEstimate.Of(field.Key) + TokenEstimate.Of(field.Value.Value));

    private static int TokensOf(Lesson lesson) => TokenEstimate.Of(lesson switch
    {
        Lesson.Edited edited => edited.Words + edited.Before + edited.After,
        Lesson.Rejected rejected => rejected.Reason,
        Lesson.Preferred preferred => preferred.Wanted.Value + preferred.Wanted.Instead,
        _ => "category",
    });
}
