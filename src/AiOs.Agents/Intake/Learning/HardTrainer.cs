namespace AiOs.Agents.Intake.Learning;

/// <summary>
/// Finds for each label the plane that parts it from the rest with the widest margin (support vectors, squared hinge, dual coordinate descent).
/// It makes other mistakes than <see cref="SoftTrainer"/>, so both together make fewer.
/// </summary>
internal sealed class HardTrainer(Planes planes, WeighedTexts texts, int labels)
{
    private const float Cost = 2f;
    private const float Softness = 1f / (2f * Cost);
    private const float Enough = 0.05f;
    private readonly float[] _duals = new float[texts.Count * labels];
    private readonly float[] _scores = new float[planes.Stride];
    private readonly float[] _changes = new float[planes.Stride];

    public void Run(int rounds)
    {
        var order = Enumerable.Range(0, texts.Count).ToArray();
        var state = 0x2545_F491_4F6C_DD1DUL;
        for (var round = 0; round < rounds; round++)
        {
            WeighedTexts.Shuffle(order, ref state);
            var largest = 0f;
            foreach (var example in order)
            {
                largest = Math.Max(largest, Step(example));
            }

            if (largest < Enough)
            {
                return;
            }
        }
    }

    /// <summary>All texts have length one, so the curvature is two with the label's own weight.</summary>
    private float Step(int example)
    {
        var rows = texts.Rows[example];
        planes.Score(rows, texts.Values[example], _scores);
        var largest = 0f;
        var duals = _duals.AsSpan(example * labels, labels);
        for (var k = 0; k < labels; k++)
        {
            var sign = texts.Labels[example] == k ? 1f : -1f;
            var slope = (sign * _scores[k]) - 1f + (Softness * duals[k]);
            var next = Math.Max(duals[k] - (slope / (2f + Softness)), 0f);
            _changes[k] = (next - duals[k]) * sign;
            duals[k] = next;
            largest = Math.Max(largest, Math.Abs(_changes[k]));
        }

        if (largest > 1e-5f)
        {
            planes.Update(rows, texts.Values[example], _changes);
        }

        return largest;
    }
}
