using AiOs.Agents.Drafting;
using AiOs.Agents.Intake;
using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Messages;

namespace AiOs.Agents.Execution.Drafters;

/// <summary>The mail in words such as <c>to anna@example.com that I am ill tomorrow</c>.</summary>
/// <param name="To">The addresses named.</param>
/// <param name="Name">Who was named without an address.</param>
/// <param name="Subject">The subject: what follows <c>about</c>, else the first words.</param>
/// <param name="Text">The operator's words as sentences; may be empty.</param>
internal sealed record TypedLetter(IReadOnlyList<Mailbox> To, string Name, string Subject, string Text)
{
    private const int MaxRecipients = 10;
    private const int MaxSubject = 60;

    private static readonly PhraseSet Openings = new("that", "saying", "saying that", "and say that", "and say", "and tell her that",
        "and tell him that", "and tell them that",
        "and tell her", "and tell him", "and tell them", "dass", "und sag", "the following", "with the text", "to say that", "to say");

    private static readonly PhraseSet Topics = new("about", "regarding", "with the subject", "subject", "über", "wegen", "betreff");

    /// <summary>Tells whether anything but addresses is said.</summary>
    public static bool HasText(string rest) => Read(rest, []).Text.Length > 0;

    public static TypedLetter Read(string rest, IReadOnlyList<string> answers)
    {
        var tokens = Tokenizer.Cut(rest);
        var (to, next) = ReadRecipients(tokens);
        var name = to.Count == 0 ? ReadName(tokens, out next) : string.Empty;
        var said = (next < tokens.Count ? rest[tokens[next].Start..] : string.Empty).Trim(' ', ',', ':', '-', '\n');
        foreach (var answer in answers)
        {
            var (more, after) = ReadRecipients(Tokenizer.Cut(answer));
            if (more.Count > 0 && to.Count == 0)
            {
                to = more;
            }
            else if (said.Length == 0 && after == 0)
            {
                said = answer;
            }
        }

        var (subject, text) = Split(said);
        return new TypedLetter(to, name, subject, text);
    }

    private static (List<Mailbox> To, int Next) ReadRecipients(TokenText tokens)
    {
        var to = new List<Mailbox>();
        var next = 0;
        for (var i = 0; i < tokens.Count && to.Count < MaxRecipients && i - next <= 6; i++)
        {
            if (tokens.Is(i, TokenKind.Email))
            {
                to.Add(new Mailbox(null, tokens.Span(i).ToString()));
                next = i + 1;
            }
            else if (next > 0 && !(tokens.IsWord(i, "and") || tokens.IsWord(i, "und") || tokens.IsSign(i, ',') || tokens.IsSign(i, ';')
                || tokens.IsSign(i, '>')))
            {
                break;
            }
        }

        return (to, next > 0 && tokens.IsSign(next, '>') ? next + 1 : next);
    }

    /// <summary>The words with a capital after <c>to</c>.</summary>
    private static string ReadName(TokenText tokens, out int next)
    {
        next = tokens.IsWord(0, "to") || tokens.IsWord(0, "an") ? 1 : 0;
        var start = next;
        while (next - start < 3 && tokens.IsCapitalised(next))
        {
            next++;
        }

        return next > start ? tokens.Quote(start, next) : string.Empty;
    }

    private static (string Subject, string Text) Split(string said)
    {
        if (Topics.TryFind(said, out var at, out var length) && at == 0)
        {
            var topic = said[length..].TrimStart(' ', ':');
            var cut = topic.AsSpan().IndexOfAny(":\n.");
            var that = topic.IndexOf(" that ", StringComparison.OrdinalIgnoreCase);
            var end = that > 0 && (cut < 0 || that < cut) ? that : cut;
            return end < 0
                ? (PlainText.Line(topic, MaxSubject), string.Empty)
                : (PlainText.Line(topic[..end], MaxSubject), DraftDesk.Sentence(topic[(that == end ? end + 6 : end + 1)..]));
        }

        var words = Openings.TryFind(said, out at, out length) && at == 0 ? said[length..].TrimStart(' ', ':', ',') : said;
        var text = DraftDesk.Sentence(words);
        var line = text.AsSpan().IndexOfAny(".!?\n") is var stop && stop > 0 ? text[..stop] : text;
        return (PlainText.Line(line, MaxSubject), text);
    }
}
