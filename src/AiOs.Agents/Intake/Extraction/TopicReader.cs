using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;

namespace AiOs.Agents.Intake.Extraction;

/// <summary>
/// Says what a message is about in a few of its own words: the subject without marks of reply, else the start of its first
/// sentence.
/// </summary>
internal static class TopicReader
{
    private const int MaxTopic = 80;

    private static readonly WordTable<bool> Marks = WordTable<bool>.Of((true, "re fw fwd aw wg antw tr rv ref"));

    private static readonly PhraseSet Greetings = new(
        "hi", "hello", "hey", "dear", "good morning", "good evening", "good afternoon", "guten tag", "guten morgen", "hallo", "liebe",
        "lieber",
        "sehr geehrte", "sehr geehrter", "bonjour", "hola", "moin", "servus");

    public static Found? Read(MessageContent message)
    {
        var topic = PlainText.Line(WithoutMarks(message.Subject), MaxTopic, addresses: false);
        if (topic.Length == 0 || topic.StartsWith("(no subject", StringComparison.OrdinalIgnoreCase))
        {
            topic = FirstSentence(message.Text);
        }

        return topic.Length == 0 ? null : new Found(-1, new ExtractedField(FieldName.Topic, topic, topic));
    }

    public static string WithoutMarks(string? subject)
    {
        var rest = (subject ?? string.Empty).AsSpan().Trim();
        for (var colon = rest.IndexOf(':'); colon is > 0 and <= 5 && Marks.Contains(rest[..colon].TrimEnd()); colon = rest.IndexOf(':'))
        {
            rest = rest[(colon + 1)..].TrimStart();
        }

        return rest.ToString();
    }

    private static string FirstSentence(string text)
    {
        var seen = text.AsSpan(0, Math.Min(text.Length, 2_000));
        foreach (var range in seen.Split('\n'))
        {
            var line = seen[range].Trim();
            if (line.Length == 0 || line[0] == '>')
            {
                continue;
            }

            if (Greetings.TryFind(line, out var at, out var length) && at == 0)
            {
                var comma = line.IndexOfAny(",!");
                line = comma >= 0 && comma < 50 ? line[(comma + 1)..].Trim() : line.Length < 40 ? default : line[length..].Trim();
            }

            if (line.Length > 3)
            {
                return PlainText.Line(line[..EndOfSentence(line)].ToString(), MaxTopic, addresses: false);
            }
        }

        return string.Empty;
    }

    private static int EndOfSentence(ReadOnlySpan<char> line)
    {
        for (var i = 8; i < line.Length; i++)
        {
            if (line[i] is '.' or '?' or '!' && (i + 1 == line.Length || line[i + 1] == ' '))
            {
                return i;
            }
        }

        return line.Length;
    }
}
