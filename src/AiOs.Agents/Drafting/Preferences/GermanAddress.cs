using System.Text.RegularExpressions;

namespace AiOs.Agents.Drafting.Preferences;

/// <summary>The sentences of German drafts with <c>Sie</c>, and the same with <c>du</c>. Only these are changed, so that none comes out half and half. Pure.</summary>
internal static partial class GermanAddress
{
    private static readonly (string Formal, string Informal)[] Pairs =
    [
        ("Damit ich Ihnen gut antworten kann, sagen Sie mir bitte noch", "Damit ich dir gut antworten kann, sag mir bitte noch"),
        ("Sagen Sie mir bitte, ob es Ihnen so passt oder was Sie geändert haben möchten", "Sag mir bitte, ob es dir so passt oder was du geändert haben möchtest"),
        ("Falls Sie in den letzten Tagen gezahlt haben, betrachten Sie dies bitte als erledigt", "Falls du in den letzten Tagen gezahlt hast, betrachte dies bitte als erledigt"),
        ("sagen Sie es mir bitte", "sag es mir bitte"),
        ("oder sagen Sie mir, was", "oder sag mir, was"),
        ("Bitte zahlen Sie", "Bitte zahle"),
        ("stelle ich Ihnen Rechnung", "stelle ich dir Rechnung"),
        ("was genau Sie brauchen", "was genau du brauchst"),
        ("welches Budget Sie sich vorstellen", "welches Budget du dir vorstellst"),
        ("bis wann Sie es brauchen", "bis wann du es brauchst"),
        ("dass Sie nicht zufrieden sind", "dass du nicht zufrieden bist"),
        ("Ich nehme Ihre Nachricht ernst", "Ich nehme deine Nachricht ernst"),
        ("vielen Dank für Ihre Nachricht", "vielen Dank für deine Nachricht"),
        ("Ihre Anfrage ist bei mir", "Deine Anfrage ist bei mir"),
        ("Guten Tag", "Hallo"),
        ("Mit freundlichen Grüßen", "Viele Grüße"),
    ];

    public static string Informal(string line) => Pairs.Aggregate(line, static (text, pair) => text.Replace(pair.Formal, pair.Informal, StringComparison.Ordinal));

    public static string Formal(string line) => Pairs.Aggregate(line, static (text, pair) => text.Replace(pair.Informal, pair.Formal, StringComparison.Ordinal));

    /// <summary>Whether a text that should be with <c>du</c> has a <c>Sie</c>, or the other way round.</summary>
    public static bool IsMixed(string text, bool informal) => informal ? FormalWords().IsMatch(text) : InformalWords().IsMatch(text);

    [GeneratedRegex(@"\b(Sie|Ihnen|Ihr|Ihre[mnrs]?)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormalWords();

    [GeneratedRegex(@"\b(du|dir|dich|dein|deine[mnrs]?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InformalWords();
}
