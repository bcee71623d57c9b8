using System.Collections.Frozen;

namespace AiOs.Kernel.Grounding.Reading;

/// <summary>The months in English and German.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> Numbers = Build();

    /// <summary>1 to 12, or 0 where the word is no month. "May" and "Mar" count with a capital only, since they are words too.</summary>
    public static int Of(ReadOnlySpan<char> word) =>
        word.Length is >= 3 and <= 9 && !(word is "may" or "mar") && Numbers.TryGetValue(word.ToString(), out var month) ? month : 0;

    public static int DaysIn(int month) => month switch
    {
        2 => 29,
        4 or 6 or 9 or 11 => 30,
        >= 1 and <= 12 => 31,
        _ => 0,
    };

    private static FrozenDictionary<string, int> Build()
    {
        string[] rows =
        [
            "january jan januar jänner jaenner", "february feb februar feber", "march mar märz maerz mrz", "april apr", "may mai", "june jun juni",
            "july jul juli", "august aug", "september sep sept", "october oct oktober okt", "november nov", "december dec dezember dez",
        ];
        return rows.SelectMany((row, index) => row.Split(' ').Select(name => (name, index + 1)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);
    }
}
