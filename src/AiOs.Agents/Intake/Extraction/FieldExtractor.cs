using AiOs.Agents.Intake.Extraction.Amounts;
using AiOs.Agents.Intake.Extraction.Dates;
using AiOs.Agents.Intake.Extraction.People;
using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;

namespace AiOs.Agents.Intake.Extraction;

/// <summary>Reads the values out of a message in time that grows with its length only, and looks at the first part of a long one.</summary>
internal static class FieldExtractor
{
    private const int MaxFields = 60;

    /// <summary>Reads all values.</summary>
    /// <param name="message">The message.</param>
    /// <param name="subject">Its subject in tokens.</param>
    /// <param name="body">Its body in tokens.</param>
    /// <param name="receivedAt">When it came in.</param>
    /// <param name="zone">The workspace's time zone.</param>
    /// <param name="currency">The workspace's currency.</param>
    /// <returns>What was found.</returns>
    public static FieldReading Read(
        MessageContent message, TokenText subject, TokenText body, DateTimeOffset receivedAt, TimeZoneInfo zone, string currency)
    {
        var found = new List<Found>();
        var notices = new List<string>();
        ReadHeader(message, found);
        var written = MomentOfWriting(message.SentAt, receivedAt, zone);
        ReadBody(subject, written, zone, currency, found, notices);
        var inSubject = found.Count;
        ReadBody(body, written, zone, currency, found, notices);
        ContactScanner.Scan(body, found);
        SignatureReader.Scan(message.Text, found);
        CompanyScanner.Scan(body, message.Sender, found);
        var inMail = found.Count;
        // What the mail itself says comes first; the files add what it leaves to them.
        ReadBody(Tokenizer.Cut(AttachedWords.Of(message)), written, zone, currency, found, notices);
        var ordered = found.Take(inSubject)
            .Concat(found.Take(inMail).Skip(inSubject).OrderBy(value => value.Start))
            .Concat(found.Skip(inMail).OrderBy(value => value.Start))
            .Select(value => value.Field);
        return new FieldReading(Distinct(ordered), notices);
    }

    /// <summary>Reads dates and amounts out of a few words, such as an answer.</summary>
    /// <param name="words">The words.</param>
    /// <param name="at">When they were said, in the workspace's time zone.</param>
    /// <param name="zone">The workspace's time zone.</param>
    /// <param name="currency">The workspace's currency.</param>
    /// <returns>What was found.</returns>
    public static FieldReading ReadWords(string words, DateTimeOffset at, TimeZoneInfo zone, string currency)
    {
        var found = new List<Found>();
        var notices = new List<string>();
        var text = Tokenizer.Cut(words);
        ReadBody(text, MomentOfWriting(null, at, zone), zone, currency, found, notices);
        ContactScanner.Scan(text, found);
        return new FieldReading(Distinct(found.OrderBy(value => value.Start).Select(value => value.Field)), notices);
    }

    private static void ReadHeader(MessageContent message, List<Found> found)
    {
        if (message.Sender is { } sender)
        {
            if (PlainText.Line(sender.Name, 60) is { Length: > 0 } name)
            {
                found.Add(new Found(-3, new ExtractedField(FieldName.Person, name, sender.Name!)));
            }

            found.Add(new Found(-2, new ExtractedField(FieldName.Email, sender.Address, sender.Address)));
        }

        if (TopicReader.Read(message) is { } topic)
        {
            found.Add(topic);
        }
    }

    private static void ReadBody(TokenText text, DateTimeOffset written, TimeZoneInfo zone, string currency, List<Found> found, List<string> notices)
    {
        foreach (var amount in AmountScanner.Scan(text, currency))
        {
            var field = new ExtractedField(FieldName.Amount, amount.Money.ToString(), text.Quote(amount.From, amount.Next), amount.Money);
            found.Add(new Found(text[amount.From].Start, field));
        }

        MomentFields.Add(text, new DateScanner(text, written, zone, notices).Scan(), found, notices);
        InvoiceNumberScanner.Scan(text, found);
        IbanScanner.Scan(text, found);
    }

    /// <summary>The moment in the writer's own offset where that is known, else in the workspace's zone.</summary>
    private static DateTimeOffset MomentOfWriting(DateTimeOffset? sentAt, DateTimeOffset receivedAt, TimeZoneInfo zone)
    {
        var moment = sentAt ?? receivedAt;
        return sentAt is null || moment.Offset == TimeSpan.Zero ? TimeZoneInfo.ConvertTime(moment, zone) : moment;
    }

    private static List<ExtractedField> Distinct(IEnumerable<ExtractedField> fields)
    {
        var seen = new HashSet<(FieldName, string)>();
        return [.. fields.Where(field => seen.Add((field.Name, field.Value.ToUpperInvariant()))).Take(MaxFields)];
    }
}
