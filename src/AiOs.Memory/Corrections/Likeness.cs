using System.Collections.Frozen;

namespace AiOs.Memory.Corrections;

/// <summary>
/// How much two messages say the same: the cosine of their word counts, 0 to 1, without words that every letter holds. Words rather than an
/// embedding, so that it stays the same whatever model is configured, and can be explained.
/// </summary>
internal static class Likeness
{
    private static readonly FrozenSet<string> Everywhere = (
        "the and you your for are that this with have has not but our can could would will from was were been about please thank thanks hello hi dear "
        + "regards kind best sincerely der die das und ist sie ihr ihre wir uns ein eine einen mit für von nicht auf den dem des bitte danke vielen dank "
        + "guten tag hallo freundlichen grüßen to of in is it we us me my an on at be or as if so do re fw fwd wg aw").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static double Of(string first, string second)
    {
        var (one, two) = (Counts(first), Counts(second));
        if (one.Count == 0 || two.Count == 0)
        {
            return 0;
        }

        var shared = one.Sum(word => (double)word.Value * two.GetValueOrDefault(word.Key));
        return shared / Math.Sqrt(Squares(one) * Squares(two));
    }

    private static double Squares(Dictionary<string, int> counts) => counts.Values.Sum(count => (double)count * count);

    private static Dictionary<string, int> Counts(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                Count(counts, text[start..at].ToLowerInvariant());
                start = -1;
            }
        }

        return counts;
    }

    private static void Count(Dictionary<string, int> counts, string word)
    {
        if (word.Length > 1 && !Everywhere.Contains(word))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }
    }
}
