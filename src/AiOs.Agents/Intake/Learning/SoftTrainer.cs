namespace AiOs.Agents.Intake.Learning;

/// <summary>Moves the planes so that the right label becomes the likeliest, one example at a time (softmax regression).</summary>
internal sealed class SoftTrainer(Planes planes)
{
    private float[] _scores = [];

    /// <summary>Goes over all examples several times, in smaller and smaller steps.</summary>
    public void Run(WeighedTexts texts, int labels, int rounds, float rate)
    {
        var order = Enumerable.Range(0, texts.Count).ToArray();
        var state = 0x9E37_79B9_7F4A_7C15UL;
        for (var round = 0; round < rounds; round++)
        {
            WeighedTexts.Shuffle(order, ref state);
            foreach (var example in order)
            {
                Step(texts.Rows[example], texts.Values[example], texts.Labels[example], labels, rate * (1 - ((float)round / rounds)));
            }
        }
    }

    /// <summary>One step for one example.</summary>
    /// <returns>How likely the right label was before.</returns>
    public float Step(ReadOnlySpan<int> rows, ReadOnlySpan<float> values, int label, int labels, float rate)
    {
        if (_scores.Length != planes.Stride)
        {
            _scores = new float[planes.Stride];
        }

        planes.Score(rows, values, _scores);
        var highest = _scores[0];
        for (var k = 1; k < labels; k++)
        {
            highest = Math.Max(highest, _scores[k]);
        }

        var sum = 0f;
        for (var k = 0; k < labels; k++)
        {
            _scores[k] = MathF.Exp(_scores[k] - highest);
            sum += _scores[k];
        }

        var before = _scores[label] / sum;
        for (var k = 0; k < labels; k++)
        {
            _scores[k] = -rate * ((_scores[k] / sum) - (k == label ? 1 : 0));
        }

        _scores.AsSpan(labels).Clear();
        planes.Update(rows, values, _scores);
        return before;
    }
}
