using AiOs.Agents.Intake.Extraction;
using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;

namespace AiOs.Agents.Tests.Intake;

internal static class Fields
{
    public static FieldReading Read(string text, DateTimeOffset? at = null, string currency = "EUR") => Read(Some.Mail(text), at, currency);

    public static FieldReading Read(MessageContent mail, DateTimeOffset? at = null, string currency = "EUR") => FieldExtractor.Read(
        mail, Tokenizer.Cut(mail.Subject ?? string.Empty), Tokenizer.Cut(mail.Text), at ?? Some.Monday, Some.Berlin, currency);

    public static string All(this FieldReading reading, params FieldName[] names) =>
        string.Join("; ", reading.Fields.Where(field => names.Contains(field.Name)).Select(field => field.Value));
}
