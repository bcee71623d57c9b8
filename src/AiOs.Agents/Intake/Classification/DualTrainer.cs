namespace AiOs.Agents.Intake.Classification;

/// <summary>
/// Trains one separating plane for each label against the rest, all at once, by dual coordinate descent on the squared hinge loss.
/// The order is a fixed shuffle, so the same examples give the same model.
/// </summary>
internal sealed class DualTrainer(IReadOnlyList<SparseVector> vectors, IReadOnlyList<int> labels, LinearModel model)
{
    private const int MaxRounds = 30;
    private const float Softness = 1f / (2f * Cost);
    private const float Cost = 1f;
    private const float Enough = 0.02f;
    private readonly float[] _duals = new float[vectors.Count * model.Labels];
    private readonly float[] _curvature = [.. vectors.Select(v => v.SquaredLength + 1f)];

    public void Run()
    {
        var order = Enumerable.Range(0, vectors.Count).ToArray();
        var state = 0x2545_F491_4F6C_DD1DUL;
        for (var round = 0; round < MaxRounds; round++)
        {
            Shuffle(order, ref state);
            if (Round(order) < Enough)
            {
                break;
            }
        }
    }

    private float Round(int[] order)
    {
        Span<float> scores = new float[model.Stride];
        Span<float> changes = new float[model.Stride];
        var largest = 0f;
        foreach (var example in order)
        {
            var vector = vectors[example];
            model.Score(vector.Rows, vector.Values, scores);
            var change = Step(example, scores, changes);
            largest = Math.Max(largest, change);
            if (change > 1e-6f)
            {
                model.Update(vector, changes);
            }
        }

        return largest;
    }

    private float Step(int example, Span<float> scores, Span<float> changes)
    {
        var largest = 0f;
        var duals = _duals.AsSpan(example * model.Labels, model.Labels);
        for (var k = 0; k < duals.Length; k++)
        {
            var sign = labels[example] == k ? 1f : -1f;
            var slope = (sign * scores[k]) - 1f + (Softness * duals[k]);
            var next = Math.Max(duals[k] - (slope / (_curvature[example] + Softness)), 0f);
            changes[k] = (next - duals[k]) * sign;
            duals[k] = next;
            largest = Math.Max(largest, Math.Abs(changes[k]));
        }

        return largest;
    }

    private static void Shuffle(int[] order, ref ulong state)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            var j = (int)(state % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
