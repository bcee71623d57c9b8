using System.Globalization;
using AiOs.Agents.Intake.Categories;
using AiOs.Agents.Intake.Classification;
using AiOs.Agents.Intake.Extraction;
using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Agents.Intake.Parts;
using AiOs.Agents.Intake.References;
using AiOs.Agents.Intake.Rules;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;

namespace AiOs.Agents.Intake;

/// <summary>
/// Understands a message without a model: a classifier trained from our own examples and from what the operator said since, and rules for strong
/// signals on top of it.
/// Trains itself at first use; <see cref="WarmUp"/> does that beforehand. Safe to use from many threads at once.
/// </summary>
public sealed class IntakeAgent : IIntake
{
    private const double Threshold = 0.65;
    private const double Likely = 0.04;
    private const int MaxAlternatives = 4;
    private static readonly Category[] Categories = Enum.GetValues<Category>();
    private readonly Lazy<CategoryClassifier> _classifier;
    private readonly TaughtCategories _taught;

    /// <summary>Makes one that learns from the built-in examples.</summary>
    public IntakeAgent()
        : this(static () => new CategoryClassifier(CategoryExamples.Read()))
    {
    }

    internal IntakeAgent(Func<CategoryClassifier> classifier)
    {
        _classifier = new Lazy<CategoryClassifier>(classifier);
        _taught = new TaughtCategories(_classifier);
    }

    /// <summary>Trains the classifier now; takes about a tenth of a second once, and nothing after that.</summary>
    public void WarmUp() => _ = _classifier.Value;

    /// <inheritdoc/>
    public Task<Intent> UnderstandAsync(IntakeCase read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Task.FromResult(Understand(read));
    }

    /// <summary>Understands one message without a model. Deterministic: the same case gives the same Intent.</summary>
    /// <param name="read">The message, and what may be looked at for it.</param>
    /// <returns>The Intent.</returns>
    public Intent Understand(IntakeCase read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var intent = Understand(read.Message, read.Authority, read.ReceivedAt, read.TimeZone, read.Currency, read.Lessons, read.Examples);
        return RecordResolver.Resolve(intent with { Parts = PartsOf(read, intent) }, read.Known);
    }

    /// <summary>Only a letter from somebody else is split: what the operator typed says itself what is wanted, and what they sorted stays as they sorted it.</summary>
    private IReadOnlyList<IntentPart> PartsOf(IntakeCase read, Intent intent) =>
        read.Message.Automatic || read.Message.Origin == ContentOrigin.Typed || read.Lessons.OfType<Lesson.Sorted>().Any()
            ? []
            : PartSplitter.Split(read.Message.Text, intent.Category, piece => Weigh(read, piece));

    private (Category Category, double Share) Weigh(IntakeCase read, string piece)
    {
        var message = read.Message with { Text = piece, Subject = null, Attachments = [] };
        var body = Tokenizer.Cut(piece);
        var marks = MessageMarks.Of(message);
        var reading = FieldExtractor.Read(message, Tokenizer.Cut(string.Empty), body, read.ReceivedAt, read.TimeZone, read.Currency);
        Span<double> weights = stackalloc double[Categories.Length];
        _taught.For(read.Examples).Weigh(new ClassifierInput(piece, null, marks), weights);
        Combine(new SignalRules(message, SignalPhrases.In(body), reading, marks).Collect(), weights);
        var best = Highest(weights);
        return (best, weights[(int)best]);
    }

    private Intent Understand(MessageContent message, Authority authority, DateTimeOffset receivedAt, TimeZoneInfo timeZone, string currency, IReadOnlyList<Lesson> lessons, IReadOnlyList<Lesson.Sorted> examples)
    {
        var subject = Tokenizer.Cut(message.Subject ?? string.Empty);
        var body = Tokenizer.Cut(message.Text);
        var reading = FieldExtractor.Read(message, subject, body, receivedAt, timeZone, currency);
        if (authority == Authority.Operator && message.Origin == ContentOrigin.Typed && TypedRequest.Describe(message.Text, currency) is { } request)
        {
            return Asked(request, TypedRequest.AgentFor(message.Text, currency), reading);
        }

        if (lessons.OfType<Lesson.Sorted>().FirstOrDefault() is { } lesson)
        {
            return Learned(lesson, timeZone, reading);
        }

        var marks = MessageMarks.Of(message);
        Span<double> weights = stackalloc double[Categories.Length];
        _taught.For(examples).Weigh(new ClassifierInput(message.Text, message.Subject, marks), weights);
        var learned = Highest(weights);
        var cues = SignalPhrases.In(subject) | SignalPhrases.In(body) | SignalPhrases.In(Tokenizer.Cut(AttachedWords.OpeningOf(message)));
        var signals = new SignalRules(message, cues, reading, marks).Collect();
        Combine(signals, weights);
        return Conclude(weights, learned, signals, reading);
    }

    /// <summary>The operator's own request is not sorted: it says itself what is wanted.</summary>
    private static Intent Asked(string request, AgentName? agent, FieldReading reading) => new()
    {
        For = agent,
        Category = Category.Other,
        Confidence = Confidence.Certain,
        Sure = true,
        Fields = reading.Fields,
        Reasons = [request, .. reading.Notices],
    };

    /// <summary>The operator's word on a message like this one counts for more than any rule.</summary>
    private static Intent Learned(Lesson.Sorted lesson, TimeZoneInfo timeZone, FieldReading reading) => new()
    {
        Category = lesson.Category,
        Confidence = Confidence.Certain,
        Sure = true,
        Fields = reading.Fields,
        Reasons = [$"You corrected a message like this on {TimeZoneInfo.ConvertTime(lesson.At, timeZone).ToString("d MMMM", CultureInfo.InvariantCulture)}", .. reading.Notices],
    };

    private static void Combine(List<Signal> signals, Span<double> weights)
    {
        foreach (var signal in signals)
        {
            weights[(int)signal.Category] = Math.Max(weights[(int)signal.Category], 1e-4) * Math.Exp(signal.Weight);
        }

        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        for (var k = 0; k < weights.Length; k++)
        {
            weights[k] /= sum;
        }
    }

    private static Intent Conclude(ReadOnlySpan<double> weights, Category learned, List<Signal> signals, FieldReading reading)
    {
        var best = Highest(weights);
        var others = new List<CategoryScore>();
        foreach (var category in Categories)
        {
            if (category != best && weights[(int)category] >= Likely)
            {
                others.Add(new CategoryScore(category, Confidence.Of(weights[(int)category])));
            }
        }

        var share = weights[(int)best];
        var reasons = signals.Where(signal => signal.Category == best
            && signal.Weight > 0).Select(signal => signal.Reason).Distinct().ToList();
        if (learned == best)
        {
            reasons.Add($"reads like {CategoryWords.WithArticle(best)}");
        }

        return new Intent
        {
            Category = best,
            Confidence = Confidence.Of(Math.Min(share, 0.995)),
            Sure = share >= Threshold,
            Fields = reading.Fields,
            Reasons = [.. reasons, .. reading.Notices],
            Alternatives = [.. others.OrderByDescending(other => other.Confidence).Take(MaxAlternatives)],
        };
    }

    private static Category Highest(ReadOnlySpan<double> weights)
    {
        var best = 0;
        for (var k = 1; k < weights.Length; k++)
        {
            best = weights[k] > weights[best] ? k : best;
        }

        return (Category)best;
    }

    /// <inheritdoc/>
    public Category? ReadCategory(string operatorWords) => CategoryWords.TryRead(operatorWords, out var category) ? category : null;
}
