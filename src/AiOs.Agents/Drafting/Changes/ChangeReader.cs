using AiOs.Agents.Intake;
using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Drafting.Changes;

/// <summary>Reads a change request as far as that can be done exactly; what is not understood is said to be so, not guessed.</summary>
internal static class ChangeReader
{
    private const int LongEnoughForBody = 60;

    private static readonly PhraseSet Shorten = new("make it shorter", "make this shorter", "shorter", "shorten it", "shorten",
        "shorter please", "kürzer", "mach es kürzer", "too long");

    private static readonly PhraseSet Adding = new(
        "add", "please add", "add that", "also add", "also say", "also say that", "say", "say that", "please say", "please say that",
        "mention", "mention that", "and say that",
        "tell her", "tell him", "tell them", "tell her that", "tell him that", "tell them that", "write that", "answer that", "reply that",
        "answer", "reply",
        "ergänze", "füge hinzu", "sag", "sag dass", "schreib dass", "schreibe dass", "schreib, dass", "sag, dass");

    private static readonly PhraseSet Subjects = new("subject", "new subject", "change the subject to", "set the subject to",
        "make the subject", "betreff", "use the subject");

    private static readonly PhraseSet Bodies = new("text", "body", "new text", "use this text", "write this", "replace the text with",
        "send this instead", "use this instead", "neuer text");

    private static readonly PhraseSet Recipients = new("send it to", "send this to", "send to", "to", "address it to", "schick es an",
        "sende es an", "an", "recipient", "use the address");

    private static readonly PhraseSet Removals = new("remove", "please remove", "delete", "please delete", "leave out", "drop", "cut",
        "streiche", "lösche");

    private static readonly PhraseSet Replacing = new("replace", "please replace", "change", "please change", "ersetze");

    private static readonly PhraseSet Instructions = new(
        "make", "please make", "change", "please change", "rewrite", "please rewrite", "use", "translate", "be more", "be less", "more",
        "less", "mach", "please use",
        "friendlier", "sound", "redo", "rephrase", "fix", "correct", "improve", "don't", "do not", "turn", "remove", "delete", "replace",
        "shorten", "let it", "try");

    public static ChangeRequest Read(string words)
    {
        var text = words.Trim();
        if (Shorten.TryFind(text, out var at, out var length) && at == 0 && text.Length <= length + 8)
        {
            return new ChangeRequest.Shorter();
        }

        return Opened(Subjects, text) is { Length: > 0 } subject ? new ChangeRequest.SetSubject(Unquote(subject))
            : Opened(Bodies, text) is { Length: > 0 } body ? new ChangeRequest.NewText(Unquote(body))
            : ReadRecipient(text)
            ?? ReadQuoted(text)
            ?? (Opened(Adding, text) is { Length: > 0 } said ? new ChangeRequest.Say(DraftDesk.Sentence(Unquote(said))) : ReadWhole(text));
    }

    private static string? Opened(PhraseSet openings, string text) =>
        openings.TryFind(text, out var at, out var length) && at == 0 && length < text.Length
            ? text[length..].TrimStart(' ', ':', ',', '\n')
            : null;

    private static ChangeRequest.SendTo? ReadRecipient(string text)
    {
        var tokens = Tokenizer.Cut(text);
        string? address = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Is(i, TokenKind.Email))
            {
                if (address is not null || i > 8)
                {
                    return null;
                }

                address = tokens.Span(i).ToString();
            }
        }

        var alone = address is not null && text.Length <= address.Length + 2;
        return alone || (address is not null && Opened(Recipients, text) is { } rest && rest.Length <= address.Length + 20)
            ? new ChangeRequest.SendTo(address!) : null;
    }

    private static ChangeRequest? ReadQuoted(string text)
    {
        var quotes = Quoted(text);
        return quotes.Count switch
        {
            2 when Opened(Replacing, text) is not null || text.Contains("->", StringComparison.Ordinal)
                || text.Contains('→', StringComparison.Ordinal)
                => new ChangeRequest.Replace(quotes[0], quotes[1]),
            1 when Opened(Removals, text) is not null => new ChangeRequest.Remove(quotes[0]),
            _ => null,
        };
    }

    private static ChangeRequest ReadWhole(string text)
    {
        var instruction = Instructions.TryFind(text, out var at, out _) && at == 0;
        var sentences = text.Count(c => c is '.' or '!' or '?' or '\n');
        return !instruction && text.Length >= LongEnoughForBody && sentences >= 2
            ? new ChangeRequest.NewText(text)
            : new ChangeRequest.Unclear(text, instruction);
    }

    private static List<string> Quoted(string text)
    {
        var found = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            var close = text[i] switch { '"' => '"', '“' => '”', '„' => '“', '«' => '»', '\'' => '\'', _ => '\0' };
            var end = close == '\0' || (text[i] == '\'' && i > 0 && char.IsLetter(text[i - 1])) ? -1 : text.IndexOf(close, i + 1);
            if (end > i + 1)
            {
                found.Add(text[(i + 1)..end]);
                i = end;
            }
        }

        return found;
    }

    private static string Unquote(string text) => text.Trim().Trim('"', '“', '”', '„').Trim();
}
