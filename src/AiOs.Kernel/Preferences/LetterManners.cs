using System.Collections.Frozen;

namespace AiOs.Kernel.Preferences;

/// <summary>How letters begin and end in English and German. Pure.</summary>
internal static class LetterManners
{
    private static readonly FrozenDictionary<string, string> Openings = Of(
        "hi; hello; hey; dear; good morning; good afternoon; good day; greetings",
        "hallo; guten tag; guten morgen; moin; moin moin; servus; grüß gott; grüezi; tag; grüß dich; grüße");

    private static readonly FrozenDictionary<string, string> Endings = Of(
        "kind regards; best regards; warm regards; regards; best; best wishes; all the best; cheers; thanks; many thanks; thank you; yours; yours truly; yours sincerely; yours faithfully; sincerely; with kind regards; with best wishes; talk soon; take care",
        "mit freundlichen grüßen; freundliche grüße; viele grüße; beste grüße; liebe grüße; herzliche grüße; schöne grüße; gruß; grüße; mit besten grüßen; mit herzlichen grüßen; lg; mfg; vg; bis bald; bis dann; besten dank; danke");

    /// <summary>They fit one person and not the next.</summary>
    private static readonly FrozenSet<string> OfOnePerson = "frau herr herrn mr mrs ms miss sir madam dr prof geehrte geehrter geehrtes liebe lieber verehrte verehrter damen herren".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> German = "der die das und ich sie ihr ihre ihnen für mit nicht ist sind auf wir mir mich zu von bitte vielen dank nachricht grüßen tag damit noch kein keine".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> English = "the and i you your for with not is are on we me to of please thank thanks message regards hello that no it my".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The language of a greeting that is known, without its marks and names; nothing where it is none.</summary>
    public static string? LanguageOfOpening(string words) => Openings.GetValueOrDefault(Fold(words));

    /// <summary>The language of the first line of a closing that is known.</summary>
    public static string? LanguageOfEnding(string line) => Endings.GetValueOrDefault(Fold(line));

    /// <summary>Whether a greeting has a word that fits one person only, such as a title or a form by sex.</summary>
    public static bool FitsOnePerson(string opening) => Words(opening).Any(OfOnePerson.Contains);

    /// <summary>The language of a letter, by its small words: <c>de</c> or <c>en</c>.</summary>
    public static string LanguageOf(string text)
    {
        var words = Words(text).ToList();
        return words.Count(German.Contains) > words.Count(English.Contains) ? "de" : "en";
    }

    public static IEnumerable<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '“', '”', '„', '\'')).Where(word => word.Length > 0);

    private static string Fold(string words) => string.Join(' ', Words(words)).ToLowerInvariant();

    private static FrozenDictionary<string, string> Of(string english, string german) =>
        english.Split("; ").Select(words => (words, "en")).Concat(german.Split("; ").Select(words => (words, "de"))).ToFrozenDictionary(one => one.words, one => one.Item2, StringComparer.Ordinal);
}
