using Microsoft.Extensions.AI;

namespace AiOs.Memory.Embedding;

/// <summary>
/// An embedding that needs no model: words, neighbouring words and runs of three to five letters, thrown onto 384 places. The same text gives
/// the same vector on every machine and for ever; whoever changes anything here gives it a new <see cref="ModelId"/>.
/// </summary>
internal sealed class LocalEmbedding : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>The model and its version.</summary>
    public const string ModelId = "aios-hashed-384@1";

    /// <summary>How many values a vector has.</summary>
    public const int Dimensions = 384;

    private const double PairWeight = 0.5;
    private const double RunWeight = 1.2;
    private const int ShortestRun = 3;
    private const int LongestRun = 5;
    private const int WordPlaces = 3;

    /// <summary>The vector of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A vector of length 1; all zeros where there is no word.</returns>
    public static float[] Embed(string text)
    {
        var vector = new float[Dimensions];
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var pairs = new SortedDictionary<string, int>(StringComparer.Ordinal);
        string? previous = null;
        foreach (var word in Folding.Words(text))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
            if (WordWeights.IsFunction(word))
            {
                continue;
            }

            if (previous is not null)
            {
                var pair = previous + ' ' + word;
                pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
            }

            previous = word;
        }

        foreach (var (word, count) in counts)
        {
            AddWord(vector, word, (1 + Math.Log(count)) * WordWeights.Of(word));
        }

        foreach (var (pair, count) in pairs)
        {
            FeatureHash.Add(vector, '2', pair, (1 + Math.Log(count)) * PairWeight, 1);
        }

        Normalise(vector);
        return vector;
    }

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        var made = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            made.Add(new Embedding<float>(Embed(value)) { ModelId = ModelId });
        }

        return Task.FromResult(made);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey) =>
        serviceKey is null && serviceType?.IsInstanceOfType(this) == true ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // It holds nothing.
    }

    /// <summary>One value after the other: a sum in lanes would depend on how wide the machine's are.</summary>
    private static void Normalise(Span<float> vector)
    {
        var sum = 0d;
        foreach (var value in vector)
        {
            sum += (double)value * value;
        }

        for (var index = 0; sum > 0 && index < vector.Length; index++)
        {
            vector[index] = (float)(vector[index] / Math.Sqrt(sum));
        }
    }

    private static void AddWord(Span<float> vector, string word, double weight)
    {
        FeatureHash.Add(vector, '1', word, weight, WordPlaces);
        if (WordWeights.IsFunction(word))
        {
            return;
        }

        var framed = '<' + word + '>';
        var runs = 0;
        for (var length = ShortestRun; length <= LongestRun; length++)
        {
            runs += Math.Max(0, framed.Length - length + 1);
        }

        var share = RunWeight * weight / Math.Sqrt(Math.Max(1, runs));
        for (var length = ShortestRun; length <= LongestRun; length++)
        {
            for (var start = 0; start + length <= framed.Length; start++)
            {
                FeatureHash.Add(vector, 'n', framed.AsSpan(start, length), share, 1);
            }
        }
    }
}
