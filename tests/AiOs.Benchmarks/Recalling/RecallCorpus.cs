using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Memory.Embedding;

namespace AiOs.Benchmarks.Recalling;

/// <summary>Letters of a small business, made from a seed: words as unevenly spread as those of a language, so that common ones are common.</summary>
internal sealed class RecallCorpus(int seed)
{
    private const int Vocabulary = 30_000;
    private const int WordsOfALetter = 80;

    private static readonly string[] Syllables = ["ka", "ri", "mo", "ten", "sal", "ver", "lu", "ba", "no", "fin", "ger", "pel", "zu", "hol", "mar", "ist", "on", "qui", "der", "wa"];

    private readonly Random _random = new(seed);

    public static DateTimeOffset Moment { get; } = new(2026, 11, 22, 13, 19, 0, TimeSpan.Zero);

    public KnowledgeItem Next(int number) => new()
    {
        Id = new KnowledgeId(string.Create(CultureInfo.InvariantCulture, $"work/{number:x32}#message")),
        Kind = (KnowledgeKind)(number % 6),
        Title = Words(5),
        Text = Words(WordsOfALetter),
        Source = new StreamId(string.Create(CultureInfo.InvariantCulture, $"work/{number:x32}")),
        Position = number + 1,
        At = Moment.AddMinutes(-number),
        Provenance = (Provenance)(number % 4),
        Subjects = [string.Create(CultureInfo.InvariantCulture, $"person/{number % 500:x32}")],
        Neighbourhood = string.Create(CultureInfo.InvariantCulture, $"work/{number / 3:x32}"),
    };

    public RecallQuery Query() => new() { Words = Words(8), Now = Moment, Count = 10 };

    /// <summary>Random, of length 1: what is in a vector makes no difference to the time of an exact comparison.</summary>
    public float[] Vector()
    {
        var values = new float[LocalEmbedding.Dimensions];
        var sum = 0d;
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = (float)(_random.NextDouble() - 0.5);
            sum += values[index] * values[index];
        }

        return [.. values.Select(value => (float)(value / Math.Sqrt(sum)))];
    }

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

    /// <summary>Zipf: the word of rank r comes up about 1/r times as often as the first.</summary>
    private string Word()
    {
        var rank = (int)Math.Exp(_random.NextDouble() * Math.Log(Vocabulary));
        return Syllables[rank % 20] + Syllables[rank / 20 % 20] + (rank >= 400 ? Syllables[rank / 400 % 20] : string.Empty) + (rank >= 8000 ? Syllables[rank / 8000 % 20] : string.Empty);
    }
}
