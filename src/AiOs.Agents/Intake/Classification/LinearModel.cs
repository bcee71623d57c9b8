using System.Numerics;
using System.Runtime.InteropServices;

namespace AiOs.Agents.Intake.Classification;

/// <summary>One weight for each feature and label, those of a feature side by side, and one bias for each label.</summary>
internal sealed class LinearModel
{
    private readonly float[] _weights;
    private readonly float[] _bias;

    public LinearModel(int features, int labels)
    {
        Labels = labels;
        Stride = (labels + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new float[(long)features * Stride];
        _bias = new float[Stride];
    }

    /// <summary>A copy with room for more features.</summary>
    /// <param name="known">What is copied.</param>
    /// <param name="features">How many features it is to have; no fewer than the other.</param>
    public LinearModel(LinearModel known, int features)
        : this(features, known.Labels)
    {
        known._weights.CopyTo(_weights, 0);
        known._bias.CopyTo(_bias, 0);
    }

    public int Labels { get; }

    /// <summary>The labels rounded up to whole machine vectors: the length of every span of scores.</summary>
    public int Stride { get; }

    public void Score(ReadOnlySpan<int> rows, ReadOnlySpan<float> values, Span<float> scores)
    {
        _bias.CopyTo(scores);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        for (var i = 0; i < rows.Length; i++)
        {
            var weights = Row(rows[i]);
            var value = new Vector<float>(values[i]);
            for (var v = 0; v < sums.Length; v++)
            {
                sums[v] += weights[v] * value;
            }
        }
    }

    public void Update(SparseVector vector, ReadOnlySpan<float> changes)
    {
        var steps = MemoryMarshal.Cast<float, Vector<float>>(changes);
        for (var i = 0; i < vector.Rows.Length; i++)
        {
            var weights = Row(vector.Rows[i]);
            var value = new Vector<float>(vector.Values[i]);
            for (var v = 0; v < steps.Length; v++)
            {
                weights[v] += steps[v] * value;
            }
        }

        for (var k = 0; k < changes.Length; k++)
        {
            _bias[k] += changes[k];
        }
    }

    private Span<Vector<float>> Row(int row) => MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(row * Stride, Stride));
}
