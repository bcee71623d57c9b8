using System.Numerics;
using System.Runtime.InteropServices;

namespace AiOs.Agents.Intake.Learning;

/// <summary>One weight for each feature and label, and one for each label alone. Grows with both; a feature without weights costs nothing.</summary>
internal sealed class Planes
{
    private const int Step = 16;
    private readonly List<float[]?> _rows = [];
    private float[] _alone = new float[Step];

    /// <summary>The labels rounded up to whole machine vectors: the length of every span of scores.</summary>
    public int Stride => _alone.Length;

    public void Fit(int labels, int features)
    {
        CollectionsMarshal.SetCount(_rows, Math.Max(features, _rows.Count));
        if (labels <= Stride)
        {
            return;
        }

        var stride = (labels + (labels / 4) + Step - 1) / Step * Step;
        Array.Resize(ref _alone, stride);
        var rows = CollectionsMarshal.AsSpan(_rows);
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] is not null)
            {
                Array.Resize(ref rows[row], stride);
            }
        }
    }

    public void Score(ReadOnlySpan<int> rows, ReadOnlySpan<float> values, Span<float> scores)
    {
        _alone.CopyTo(scores);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= _rows.Count || _rows[rows[i]] is not { } row)
            {
                continue;
            }

            var weights = MemoryMarshal.Cast<float, Vector<float>>(row.AsSpan());
            var value = new Vector<float>(values[i]);
            for (var v = 0; v < sums.Length; v++)
            {
                sums[v] += weights[v] * value;
            }
        }
    }

    public void Update(ReadOnlySpan<int> rows, ReadOnlySpan<float> values, ReadOnlySpan<float> changes)
    {
        var steps = MemoryMarshal.Cast<float, Vector<float>>(changes);
        for (var i = 0; i < rows.Length; i++)
        {
            if (values[i] == 0)
            {
                continue;
            }

            var weights = MemoryMarshal.Cast<float, Vector<float>>((_rows[rows[i]] ??= new float[Stride]).AsSpan());
            var value = new Vector<float>(values[i]);
            for (var v = 0; v < steps.Length; v++)
            {
                weights[v] += steps[v] * value;
            }
        }

        for (var k = 0; k < changes.Length; k++)
        {
            _alone[k] += changes[k];
        }
    }

    /// <summary>Becomes the weighted sum of itself and another that has the same features and labels.</summary>
    public void Blend(float own, Planes other, float share)
    {
        Blend(_alone, own, other._alone, share);
        for (var row = 0; row < _rows.Count; row++)
        {
            if (_rows[row] is not null || other._rows[row] is not null)
            {
                Blend(_rows[row] ??= new float[Stride], own, other._rows[row] ?? [], share);
            }
        }
    }

    private static void Blend(float[] into, float own, float[] other, float share)
    {
        for (var k = 0; k < into.Length; k++)
        {
            into[k] = (own * into[k]) + (k < other.Length ? share * other[k] : 0);
        }
    }
}
