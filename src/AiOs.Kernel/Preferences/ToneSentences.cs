using System.Collections.Frozen;

namespace AiOs.Kernel.Preferences;

/// <summary>Sentences about tone: the whole sentence is one of these, or it is none. Pure.</summary>
internal static class ToneSentences
{
    private static readonly FrozenDictionary<string, (string Value, string? Language)> Sentences = All()
        .SelectMany(one => one.Sentences.Split("; ").Select(sentence => (sentence, one.Value, one.Language)))
        .ToFrozenDictionary(one => one.sentence, one => (one.Value, one.Language), StringComparer.OrdinalIgnoreCase);

    public static (string? Value, string? Language) Read(string words) =>
        Sentences.TryGetValue(string.Join(' ', words.Split(["\"", "“", "”", "„", "'"], StringSplitOptions.None)).Replace("  ", " ", StringComparison.Ordinal).Trim(), out var tone) ? tone
        : Sentences.TryGetValue(words, out var plain) ? plain
        : (null, null);

    private static IEnumerable<(string Value, string? Language, string Sentences)> All() =>
    [
        ("informal", "de", "use du; say du; write du; use the informal du; duze; duze alle; duze alle kunden; duzen; alle duzen; per du; schreib per du; schreibe per du; schreib du; sag du; sage du; verwende du; du statt sie; schreib du statt sie; use du instead of sie; say du instead of sie"),
        ("formal", "de", "use sie; say sie; write sie; use the formal sie; sieze; sieze alle; sieze alle kunden; siezen; alle siezen; per sie; schreib per sie; schreibe per sie; schreib sie; sag sie; sage sie; verwende sie; sie statt du; schreib sie statt du; use sie instead of du; say sie instead of du"),
        ("informal", null, "be informal; write informally; use an informal tone; be less formal; write less formally; schreib informell; schreibe informell; schreib locker; schreibe locker; sei weniger förmlich"),
        ("formal", null, "be formal; write formally; use a formal tone; be more formal; write more formally; schreib förmlich; schreibe förmlich; schreib formell; schreibe formell; sei förmlicher"),
        ("contractions", "en", "use contractions; write with contractions"),
        ("no-contractions", "en", "no contractions; use no contractions; never use contractions; don't use contractions; do not use contractions; write without contractions"),
        ("no-exclamation", null, "no exclamation marks; use no exclamation marks; never use exclamation marks; don't use exclamation marks; do not use exclamation marks; write without exclamation marks; no exclamation points; never use exclamation points; keine ausrufezeichen; verwende keine ausrufezeichen; nie ausrufezeichen; schreib ohne ausrufezeichen; schreibe ohne ausrufezeichen; nutze keine ausrufezeichen"),
    ];
}
