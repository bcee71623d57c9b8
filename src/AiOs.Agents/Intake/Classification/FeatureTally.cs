using System.Numerics;

namespace AiOs.Agents.Intake.Classification;

/// <summary>
/// Counts the features of one text and turns the counts into a vector. Reused from text to text; not for two threads at
/// once.
/// </summary>
internal sealed class FeatureTally
{
    private static readonly float[] BlockWeights = [1f, 1.1f, 0.5f, 0.6f];
    private static readonly float[] Logs = [.. Enumerable.Range(0, 64).Select(n => n == 0 ? 0f : 1f + MathF.Log(n))];
    private ushort[] _counts = [];
    private int[] _touched = new int[512];
    private float[] _values = new float[512];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Rows => _touched.AsSpan(0, Count);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    public void Touch(int row)
    {
        if (row >= _counts.Length)
        {
            Array.Resize(ref _counts, (int)BitOperations.RoundUpToPowerOf2((uint)row + 1));
        }

        if (_counts[row]++ != 0)
        {
            return;
        }

        if (Count == _touched.Length)
        {
            Array.Resize(ref _touched, Count * 2);
            Array.Resize(ref _values, Count * 2);
        }

        _touched[Count++] = row;
    }

    /// <summary>Works out the values: tamed counts times rarity, each block of features brought to its own length.</summary>
    /// <param name="vocabulary">Where the rows come from.</param>
    public void Weigh(Vocabulary vocabulary)
    {
        Span<float> squares = stackalloc float[BlockWeights.Length];
        for (var i = 0; i < Count; i++)
        {
            var row = _touched[i];
            var value = Logs[Math.Min(_counts[row], Logs.Length - 1)] * vocabulary.Rarity(row);
            _values[i] = value;
            squares[(int)vocabulary.Block(row)] += value * value;
        }

        for (var b = 0; b < squares.Length; b++)
        {
            squares[b] = squares[b] > 0 ? BlockWeights[b] / MathF.Sqrt(squares[b]) : 0;
        }

        for (var i = 0; i < Count; i++)
        {
            _values[i] *= squares[(int)vocabulary.Block(_touched[i])];
        }
    }

    public void Clear()
    {
        for (var i = 0; i < Count; i++)
        {
            _counts[_touched[i]] = 0;
        }

        Count = 0;
    }

    public readonly struct Learning(Vocabulary vocabulary, FeatureTally tally) : IFeatureSink
    {
        public void Add(uint key, FeatureBlock block) => tally.Touch(vocabulary.FindOrAdd(key, block));
    }

    public readonly struct Known(Vocabulary vocabulary, FeatureTally tally) : IFeatureSink
    {
        public void Add(uint key, FeatureBlock block)
        {
            var row = vocabulary.Find(key);
            if (row >= 0)
            {
                tally.Touch(row);
            }
        }
    }
}
