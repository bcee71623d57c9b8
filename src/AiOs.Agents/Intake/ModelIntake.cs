using AiOs.Agents.Intake.Extraction;
using AiOs.Agents.Models;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;

namespace AiOs.Agents.Intake;

/// <summary>
/// Asks a model where Intake is not sure by itself. The model chooses among what Intake holds possible, it never hides a message, and a value that it
/// names counts only where it stands in the message, read by our own rules.
/// </summary>
/// <param name="offline">Understands without a model.</param>
/// <param name="model">The model.</param>
internal sealed class ModelIntake(IntakeAgent offline, IModel model) : IIntake
{
    private const string Prompt = "intake";
    private const int MostFields = 20;
    private const int MostQuote = 200;

    /// <summary>What it may be sure of at most: what the operator typed or put right is certain and stays above it.</summary>
    private const double MostShare = 0.8;

    /// <summary>From when on it counts as sure, as for the rules.</summary>
    private const double Enough = 0.65;

    public bool CallsOut => model.IsConfigured;

    public Category? ReadCategory(string operatorWords) => offline.ReadCategory(operatorWords);

    public async Task<Intent> UnderstandAsync(IntakeCase read, CancellationToken cancellationToken)
    {
        var intent = await offline.UnderstandAsync(read, cancellationToken);
        if (intent.Sure || !model.IsConfigured || string.IsNullOrWhiteSpace(read.Message.Text + read.Message.Subject))
        {
            return intent;
        }

        return await model.AskAsync<MessageReading>(QuestionOf(read, intent), cancellationToken) switch
        {
            ModelAnswer<MessageReading>.Given given => With(read, intent, given.Value),
            ModelAnswer<MessageReading>.Missing missing => intent with { Reasons = [.. intent.Reasons, $"no model had a part in this: {missing.Why}"] },
            _ => intent,
        };
    }

    private static ModelQuestion QuestionOf(IntakeCase read, Intent intent)
    {
        var message = read.Message;
        var possible = string.Join('\n', PossibleOf(intent).Select(CategoryWords.WithArticle));
        return new ModelQuestion(AgentName.Intake, ModelPrompt.Named(Prompt),
        [
            new ModelData("message", $"From: {message.Sender}\nSubject: {message.Subject}\n\n{message.Text}"),
            new ModelData("likely", possible),
        ])
        {
            WorkItem = read.WorkItem,
            MostTokens = 600,
        };
    }

    private static IEnumerable<Category> PossibleOf(Intent intent) => intent.Alternatives.Select(one => one.Category).Prepend(intent.Category);

    private static Intent With(IntakeCase read, Intent intent, MessageReading reading)
    {
        var share = Math.Clamp(reading.Percent / 100.0, 0, MostShare);
        var may = PossibleOf(intent).Contains(reading.Category) && (reading.Category == intent.Category || !IsQuiet(reading.Category));
        var quote = Standing(read.Message, reading.Quote);
        var said = $"a model reads it as {CategoryWords.WithArticle(reading.Category)}{(quote is null ? string.Empty : $": “{quote}”")}{(may ? string.Empty : ", which nothing else speaks for")}";
        var fields = FieldsOf(read, intent, reading);
        return may && share >= Enough
            ? intent with
            {
                Category = reading.Category,
                Confidence = Confidence.Of(share),
                Sure = true,
                Fields = fields,
                Reasons = [.. reading.Category == intent.Category ? intent.Reasons : [], said],
                Alternatives = [.. intent.Alternatives.Where(one => one.Category != reading.Category)],
                For = reading.Category == intent.Category ? intent.For : null,
            }
            : intent with { Fields = fields, Reasons = [.. intent.Reasons, said] };
    }

    /// <summary>What is not shown to the operator by itself: a model alone must not be talked into that.</summary>
    private static bool IsQuiet(Category category) => category is Category.Newsletter or Category.Spam or Category.Notification;

    private static List<ExtractedField> FieldsOf(IntakeCase read, Intent intent, MessageReading reading)
    {
        var fields = intent.Fields.ToList();
        foreach (var named in reading.Fields.Take(MostFields))
        {
            if (Standing(read.Message, named.Quote) is { } quote && FieldOf(read, named.Name, quote) is { } field && !fields.Exists(one => one.Name == field.Name && one.Value == field.Value))
            {
                fields.Add(field);
            }
        }

        return fields;
    }

    /// <summary>Words are taken as they stand; what has a form of its own is read by our own rules, or left out.</summary>
    private static ExtractedField? FieldOf(IntakeCase read, FieldName name, string quote) => name is FieldName.Person or FieldName.Company or FieldName.Topic
        ? new ExtractedField(name, PlainText.Line(quote, MostQuote), quote)
        : FieldExtractor.ReadWords(quote, read.ReceivedAt, read.TimeZone, read.Currency).Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>The words as they stand in the message; nothing where they do not.</summary>
    private static string? Standing(MessageContent message, string quote)
    {
        var words = quote.Trim();
        return words.Length is > 0 and <= MostQuote && (message.Text.Contains(words, StringComparison.Ordinal) || message.Subject?.Contains(words, StringComparison.Ordinal) == true)
            ? PlainText.Line(words, MostQuote) is { Length: > 0 } line ? line : null
            : null;
    }
}
