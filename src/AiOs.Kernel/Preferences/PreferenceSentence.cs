using System.Globalization;
using System.Text.RegularExpressions;
using AiOs.Contracts.Context;

namespace AiOs.Kernel.Preferences;

/// <summary>
/// Reads a sentence that says outright how drafts are wanted, in English or German: the whole sentence is one of these, or it is none; never a guess on
/// a part of it. What “our terms” are is no preference but a Record. A greeting or closing counts in the language that it is of, words in the language of the sentence, unless the sentence names
/// another one. Pure.
/// </summary>
internal static partial class PreferenceSentence
{
    private const int LongestSentence = 240;
    private const int LongestPhrase = 80;
    private const int LongestLine = 60;
    private const int MostLooseWords = 3;
    private const string OneMatter = "A preference counts for every draft, so it can hold no address, link or figure; say it without.";

    /// <summary>What the sentence comes to; nothing where it is no such sentence.</summary>
    public static SaidPreference? Read(string? text)
    {
        var sentence = string.Join(' ', (text ?? string.Empty).Replace('\u2019', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (sentence.Length is < 5 or > LongestSentence || sentence.EndsWith('?'))
        {
            return null;
        }

        sentence = sentence.TrimEnd('.', '!', ' ');
        var whole = Lead().Match(sentence) is { Success: true } lead ? sentence[lead.Length..] : sentence;
        var always = whole.Length < sentence.Length && Standing().IsMatch(sentence[..^whole.Length]);
        var (rest, scope) = PreferenceScope.Cut(whole);
        return Days(whole) ?? Length(rest, scope) ?? Tone(rest, scope) ?? Phrase(rest, always, scope) ?? Greeting(rest, always, scope) ?? Closing(rest, always, scope);
    }

    private static SaidPreference? Days(string words)
    {
        var (kind, match) = PaymentTerms().Match(words) is { Success: true } terms ? (PreferenceKind.PaymentDays, terms) : (PreferenceKind.ValidDays, Validity().Match(words));
        return !match.Success ? null
            : Number(match, "days") is >= 1 and <= 365 and var days ? new SaidPreference.Wanted(new Preference(kind, Text(days)))
            : new SaidPreference.Refused("Say 1 to 365 days.");
    }

    private static SaidPreference? Length(string words, PreferenceScope scope)
    {
        if (Limit().Match(words) is not { Success: true } match)
        {
            return null;
        }

        var what = match.Groups["what"].Value;
        var agent = scope.Agent ?? PreferenceScope.AgentOf(what);
        return Number(match, "count") is >= 10 and <= 2000 and var count
            ? new SaidPreference.Wanted(new Preference(PreferenceKind.Length, Text(count)) { Agent = agent, Language = scope.Language })
            : new SaidPreference.Refused("Say 10 to 2000 words.");
    }

    private static SaidPreference.Wanted? Tone(string words, PreferenceScope scope)
    {
        var (value, language) = ToneSentences.Read(words);
        return value is null ? null : new SaidPreference.Wanted(new Preference(PreferenceKind.Tone, value) { Language = language ?? scope.Language, Agent = scope.Agent });
    }

    /// <summary>It must be said as something that always counts, and in few words where no marks say what the words are.</summary>
    private static SaidPreference? Phrase(string words, bool always, PreferenceScope scope)
    {
        var match = new[] { NewThenOld(), OldThenNew() }.Select(form => form.Match(words)).FirstOrDefault(form => form.Success);
        if (match is null)
        {
            return null;
        }

        var (next, old) = (match.Groups["new"].Value.Trim(), match.Groups["old"].Value.Trim());
        var few = (IsQuoted(next) && IsQuoted(old)) || (LetterManners.Words(next).Count() <= MostLooseWords && LetterManners.Words(old).Count() <= MostLooseWords);
        (next, old) = (Unquote(next), Unquote(old));
        if (!few || !(always || match.Groups["always"].Success) || next.Length is 0 or > LongestPhrase || old.Length is < 2 or > LongestPhrase || next == old)
        {
            return null;
        }

        var language = scope.Language ?? (match.Groups["german"].Success ? "de" : LetterManners.LanguageOf(words));
        return Harmless.Is(next) && Harmless.Is(old)
            ? new SaidPreference.Wanted(new Preference(PreferenceKind.Phrase, next) { Instead = old, Language = language, Agent = scope.Agent })
            : new SaidPreference.Refused(OneMatter);
    }

    private static SaidPreference? Greeting(string words, bool always, PreferenceScope scope)
    {
        if (Greets().Match(words) is not { Success: true } match)
        {
            return null;
        }

        var said = match.Groups["words"].Value;
        var opening = Unquote(said).TrimEnd(',', '!', ' ');
        var language = LetterManners.LanguageOfOpening(opening);
        always |= match.Groups["always"].Success;
        if (match.Groups["say"].Success ? language is null || !always : language is null && !IsQuoted(said) && !(always && match.Groups["greet"].Success))
        {
            return null;
        }

        return !Harmless.Is(opening) ? new SaidPreference.Refused(OneMatter)
            : opening.Length is < 2 or > 40 || LetterManners.Words(opening).Count() > 3 ? null
            : LetterManners.FitsOnePerson(opening) && language is null ? new SaidPreference.Refused("Such a greeting fits one person and not the next; say one that fits everybody, such as “Hello”.")
            : new SaidPreference.Wanted(new Preference(PreferenceKind.Greeting, Capital(opening) + " {name},") { Language = scope.Language ?? language ?? (match.Groups["german"].Success ? "de" : "en"), Agent = scope.Agent });
    }

    private static SaidPreference? Closing(string words, bool always, PreferenceScope scope)
    {
        if (Closes().Match(words) is not { Success: true } match)
        {
            return null;
        }

        var said = match.Groups["words"].Value;
        var lines = Unquote(said).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length is < 1 or > 3 || lines.Any(line => line.Length > LongestLine))
        {
            return null;
        }

        var language = LetterManners.LanguageOfEnding(lines[0]);
        if (language is null && !always && !match.Groups["always"].Success && !IsQuoted(said))
        {
            return null;
        }

        language ??= match.Groups["german"].Success ? "de" : "en";
        var first = Capital(lines[0]) + (language == "en" ? "," : string.Empty);
        return Harmless.Is(said)
            ? new SaidPreference.Wanted(new Preference(PreferenceKind.Closing, string.Join('\n', [first, .. lines.Length > 1 ? lines[1..] : ["{name}"]])) { Language = scope.Language ?? language, Agent = scope.Agent })
            : new SaidPreference.Refused(OneMatter);
    }

    private static int? Number(Match match, string name) => int.TryParse(match.Groups[name].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int? number) => number!.Value.ToString(CultureInfo.InvariantCulture);

    private static string Capital(string words) => string.Concat(char.ToUpperInvariant(words[0]).ToString(), words.AsSpan(1));

    private static bool IsQuoted(string words) => words.Length > 2 && "\"“„'»«".Contains(words[0], StringComparison.Ordinal) && "\"”“'«»".Contains(words[^1], StringComparison.Ordinal);

    private static string Unquote(string words) => words.Trim().Trim('"', '“', '”', '„', '\'', '«', '»').Trim();

    /// <summary>At most 240 letters are read, so only a machine that stands still takes as long.</summary>
    private const int Patience = 20_000;

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^((please|bitte|from now on,?|ab jetzt|ab sofort|künftig|in (the )?future,?|always|immer) )+", Loose, Patience)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(from now on|ab jetzt|ab sofort|künftig|future|always|immer)\b", Loose, Patience)]
    private static partial Regex Standing();

    [GeneratedRegex(@"^((the )?payment terms( are| is|:)? (?<days>[0-9]{1,5}) days( net)?|(our |my )?invoices are (always )?(due|payable|to be paid)( with)?in (?<days>[0-9]{1,5}) days|(das )?zahlungsziel( ist| sind| beträgt|:)? (?<days>[0-9]{1,5}) tage|(die )?zahlungsbedingungen( sind|:)? (?<days>[0-9]{1,5}) tage( netto)?|(unsere |meine )?rechnungen sind (immer )?(in|innerhalb von|binnen) (?<days>[0-9]{1,5}) tagen (fällig|zu zahlen|zahlbar))$", Loose, Patience)]
    private static partial Regex PaymentTerms();

    [GeneratedRegex(@"^((our |my )?(offers|quotes|proposals) (are |stay )?(always )?(valid|good|hold)( for)? (?<days>[0-9]{1,5}) days|(unsere |meine )?angebote (gelten|sind) (immer )?(?<days>[0-9]{1,5}) tage( lang)?( gültig)?)$", Loose, Patience)]
    private static partial Regex Validity();

    [GeneratedRegex(@"^((always )?(keep|make) (?<what>replies|letters|mails|emails|e-mails|answers|drafts|everything|offers|proposals|reminders|invoices|posts|texts|newsletters|articles) (always )?(under|below|to|within|shorter than|at most|to at most|at) (?<count>[0-9]{1,5}) words|(halte |schreib |schreibe )?(?<what>antworten|briefe|mails|e-mails|entwürfe|alles|angebote|mahnungen|rechnungen|beiträge|texte|newsletter) (immer )?(unter|höchstens|maximal|auf höchstens|auf maximal|kürzer als|nicht länger als|mit höchstens) (?<count>[0-9]{1,5}) (wörtern|wörter|worte|worten)( halten)?)$", Loose, Patience)]
    private static partial Regex Limit();

    [GeneratedRegex(@"^(((?<german>schreib|schreibe|sag|sage|verwende|nimm|benutze)( (?<always>immer))?)|(say|write|use)( (?<always>always))?) (?<new>.{1,90}?),? (instead of|rather than|statt|anstatt|anstelle von) (?<old>.{1,90})$", Loose, Patience)]
    private static partial Regex NewThenOld();

    [GeneratedRegex(@"^(((?<always>never) (say|write|use) (?<old>.{1,90}?),? (but |say |write |use )+(?<new>.{1,90}?)( instead)?)|(replace (?<old>.{1,90}?) (with|by) (?<new>.{1,90}))|((?<german>ersetze)( (?<always>immer))? (?<old>.{1,90}?) durch (?<new>.{1,90})))$", Loose, Patience)]
    private static partial Regex OldThenNew();

    [GeneratedRegex(@"^(((?<say>say|write)|((?<greet>greet)|start|begin|open)( (people|everybody|everyone|clients|customers|letters|mails|emails|replies|answers|offers))?( (?<always>always))? with) (?<words>.{2,60})|((?<german>(?<greet>grüße|grüß|begrüße)|beginne|fang|fange)( (alle|kunden|briefe|mails|antworten|angebote))?( (?<always>immer))? mit (?<words>.{2,60}?)( an)?)|((?<german>(?<say>sag|sage|schreib|schreibe))( (?<always>immer))? (?<words>.{2,60})))$", Loose, Patience)]
    private static partial Regex Greets();

    [GeneratedRegex(@"^((sign( off)?|close|end|finish)( (letters|mails|emails|replies|answers|offers|everything))?( (?<always>always))? (with|as) (?<words>.{2,120})|(?<german>unterschreibe|unterschreib|unterzeichne|schließe|schließ|beende|ende)( (briefe|mails|antworten|angebote|alles))?( (?<always>immer))? mit (?<words>.{2,120}?)( ab)?)$", Loose, Patience)]
    private static partial Regex Closes();
}
