using AiOs.Agents.Intake.Learning.Features;

namespace AiOs.Agents.Intake.Learning;

/// <summary>
/// Learns from examples what a text is: many at once, or one at a time and at once. A text that was learned is answered with its last label for good.
/// Deterministic: the same examples in the same order give the same learner, so its <see cref="Examples"/> are all that has to be kept.
/// Safe to use from many threads; one at a time gets in.
/// </summary>
public sealed class TextLearner
{
    private readonly Lock _gate = new();
    private readonly FeatureCutter _cutter = new(Thesaurus.Own);
    private readonly FeatureTable _table = new();
    private readonly LabelBook _labels = new();
    private readonly Dictionary<string, int> _said = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly List<LearnedExample> _examples = [];
    private readonly List<SparseText> _texts = [];
    private readonly List<int> _right = [];
    private Planes _planes = new();
    private Calibration _calibration = Calibration.Unfitted;
    private ulong _random = 0x9E37_79B9_7F4A_7C15UL;

    /// <summary>The labels, in the order in which they were met first.</summary>
    public IReadOnlyList<string> Labels
    {
        get
        {
            lock (_gate)
            {
                return [.. _labels.Names];
            }
        }
    }

    /// <summary>All that was learned, in order. <see cref="Train"/> makes a learner of it that knows the same.</summary>
    public IReadOnlyList<LearnedExample> Examples
    {
        get
        {
            lock (_gate)
            {
                return [.. _examples];
            }
        }
    }

    /// <summary>Learns many examples together: slower than one after the other, and better.</summary>
    /// <param name="examples">The examples. Of two that are the same text, both are learned and the later one counts.</param>
    /// <returns>The learner, which can learn on.</returns>
    public static TextLearner Train(IEnumerable<LearnedExample> examples)
    {
        var learner = new TextLearner();
        foreach (var example in examples)
        {
            learner.Keep(example);
        }

        learner.Settle();
        return learner;
    }

    /// <summary>Learns one example at once; takes a few milliseconds however many there are.</summary>
    /// <param name="example">The example.</param>
    public void Learn(LearnedExample example)
    {
        lock (_gate)
        {
            var before = _texts.Count;
            Keep(example);
            _planes.Fit(_labels.Count, _table.Count);
            var trainer = new SoftTrainer(_planes);
            Insist(trainer, before);
            for (var again = 0; again < Replays.Count && before > 0; again++)
            {
                Repeat(trainer, Replays.Pick(ref _random, before), Replays.Rate);
            }
        }
    }

    /// <summary>Says what a text is.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The answer, which may be that it is nothing known.</returns>
    public LearnerAnswer Answer(string text)
    {
        lock (_gate)
        {
            if (_labels.Names.Count == 0)
            {
                return new LearnerAnswer(null, 0, 1, []);
            }

            var found = _table.Find(_cutter.Read(text));
            var values = new float[found.Rows.Length];
            _table.Weigh(found, values);
            _planes.Fit(_labels.Count, _table.Count);
            var scores = new float[_planes.Stride];
            _planes.Score(found.Rows, values, scores);
            int? learned = _said.TryGetValue(text, out var exact) || _exact.TryGetValue(_cutter.Fold(text), out exact) ? exact : null;
            return _calibration.Answer(scores.AsSpan(0, _labels.Count), _labels, learned);
        }
    }

    private void Keep(LearnedExample example)
    {
        var label = _labels.NumberOf(example.Label);
        _table.Labels = _labels.Count;
        _texts.Add(_table.Learn(_cutter.Read(example.Text), label));
        _said[example.Text] = label;
        _exact[_cutter.Fold(example.Text)] = label;
        _right.Add(label);
        _examples.Add(example);
    }

    private void Settle()
    {
        _planes.Fit(_labels.Count, _table.Count);
        if (_texts.Count == 0)
        {
            return;
        }

        var training = new Training(_table, _texts, _right, _labels);
        Parallel.Invoke(() => _planes = training.Run(), () => _calibration = training.Calibrate());
    }

    /// <summary>The new one is gone over until it is plainly right.</summary>
    private void Insist(SoftTrainer trainer, int example)
    {
        for (var step = 0; step < Replays.MostSteps && Repeat(trainer, example, Replays.FirstRate) < Replays.Plain; step++)
        {
        }
    }

    private float Repeat(SoftTrainer trainer, int example, float rate)
    {
        var text = _texts[example];
        Span<float> values = text.Rows.Length <= 1024 ? stackalloc float[text.Rows.Length] : new float[text.Rows.Length];
        _table.Weigh(text, values);
        return trainer.Step(text.Rows, values, _right[example], _labels.Count, rate);
    }
}
