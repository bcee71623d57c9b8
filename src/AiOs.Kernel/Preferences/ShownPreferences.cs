using AiOs.Contracts.Context;

namespace AiOs.Kernel.Preferences;

/// <summary>
/// What the operator's changes of drafts show about how drafts are wanted. The rule: the same change in two different work items, of which one has just
/// been approved, is a preference; between two letters to one and the same person it is not, since that says how to write to them. A change teaches the
/// same kind of thing once, so what was taken back needs two new ones. It reads nothing but the letter before and after the operator's change: a
/// greeting, a closing, tone, length, and words put in the place of others. Days of terms are never learned from a change, since
/// a figure belongs to its matter. Pure.
/// </summary>
internal static class ShownPreferences
{
    private const int Ten = 10;

    /// <summary>What the changes of one work item show, beside those of the others.</summary>
    /// <param name="own">Its changes, newest first.</param>
    /// <param name="others">Those of other work items, newest first.</param>
    /// <param name="standing">What counts already.</param>
    public static IReadOnlyList<ShownPreference> Of(IReadOnlyList<Lesson.Edited> own, IReadOnlyList<Lesson.Edited> others, IReadOnlyList<Preference> standing)
    {
        var shown = new List<ShownPreference>();
        foreach (var change in own)
        {
            foreach (var wanted in LetterChange.Read(change.Before, change.After))
            {
                if (change.Taught.Contains(wanted.Kind) || standing.Any(one => Covers(one, wanted)) || shown.Exists(one => one.Wanted.IsAboutTheSame(wanted)))
                {
                    continue;
                }

                shown.Add(Of(wanted, change, others));
            }
        }

        return shown;
    }

    private static ShownPreference Of(Preference wanted, Lesson.Edited change, IReadOnlyList<Lesson.Edited> others)
    {
        foreach (var other in others.Where(other => other.Source != change.Source && (change.Sender is null || change.Sender != other.Sender) && !other.Taught.Contains(wanted.Kind)))
        {
            if (LetterChange.Read(other.Before, other.After).FirstOrDefault(one => IsTheSame(one, wanted)) is { } same)
            {
                return new ShownPreference(wanted.Kind is PreferenceKind.Length ? Longer(wanted, same) : wanted, [other.Number, change.Number]);
            }
        }

        return new ShownPreference(wanted, [change.Number]);
    }

    /// <summary>Two letters that were made shorter both say that letters are too long, whatever their lengths.</summary>
    private static bool IsTheSame(Preference one, Preference other) => one == other || (one.Kind is PreferenceKind.Length && other.Kind is PreferenceKind.Length);

    private static bool Covers(Preference standing, Preference wanted) =>
        standing.Kind is PreferenceKind.Length && wanted.Kind is PreferenceKind.Length
            ? standing.Agent is null && CountOf(standing) <= RoundedUp(CountOf(wanted))
            : standing == wanted;

    private static Preference Longer(Preference one, Preference other) =>
        one with { Value = RoundedUp(Math.Max(CountOf(one), CountOf(other))).ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private static int RoundedUp(int count) => (count + Ten - 1) / Ten * Ten;

    private static int CountOf(Preference length) => int.Parse(length.Value, System.Globalization.CultureInfo.InvariantCulture);
}
