using AiOs.Agents.Intake.Classification;
using AiOs.Agents.Intake.Learning.Features;

namespace AiOs.Agents.Intake.Learning;

/// <summary>Trains on all examples together: two trainers side by side, blended to one.</summary>
internal sealed class Training
{
    private const int Few = 3_000;
    private const int Rounds = 10;
    private const int HardRounds = 14;
    private const int Samples = 400;
    private const int Aside = 8;

    /// <summary>With few examples the soft trainer alone is better, with many both together.</summary>
    private const float MostOfHard = 0.5f;

    /// <summary>Below this the hard trainer adds nothing and costs as much as the other.</summary>
    private const float LeastForHard = 0.25f;
    private readonly WeighedTexts _all;
    private readonly int _labels;
    private readonly int _outside;
    private readonly int _features;
    private readonly float _many;

    public Training(FeatureTable table, List<SparseText> texts, List<int> right, LabelBook labels)
    {
        var (rows, values) = (new int[texts.Count][], new float[texts.Count][]);
        for (var i = 0; i < values.Length; i++)
        {
            var all = new float[texts[i].Rows.Length];
            table.Weigh(texts[i], all);
            rows[i] = [.. texts[i].Rows.Where((_, at) => all[at] != 0)];
            values[i] = [.. all.Where(value => value != 0)];
        }

        _all = new WeighedTexts(rows, values, [.. right]);
        (_labels, _outside, _features, _many) = (labels.Count, labels.Outside, table.Count, table.Many);
    }

    public Planes Run()
    {
        var (soft, hard) = (Empty(), Empty());
        if (_many < LeastForHard)
        {
            Soften(soft);
            return soft;
        }

        Parallel.Invoke(() => Soften(soft), () => new HardTrainer(hard, _all, _labels).Run(HardRounds));
        var scale = Spread(soft) / Math.Max(1e-6f, Spread(hard));
        var share = MostOfHard * _many;
        soft.Blend(1 - share, hard, share * scale);
        return soft;
    }

    /// <summary>Sets some examples aside, trains on the rest, and looks at how the scores come true on those.</summary>
    public Calibration Calibrate()
    {
        var rest = Pick(i => i % Aside != Aside - 1);
        var aside = Pick(i => i % Aside == Aside - 1 && _all.Labels[i] != _outside);
        if (aside.Count < 8)
        {
            return Calibration.Unfitted;
        }

        var planes = Empty();
        new SoftTrainer(planes).Run(rest, _labels, _all.Count < Few ? Rounds : 4, 2f);
        var scores = new List<float[]>(aside.Count);
        for (var i = 0; i < Math.Min(aside.Count, Samples); i++)
        {
            var buffer = new float[planes.Stride];
            planes.Score(aside.Rows[i], aside.Values[i], buffer);
            scores.Add(buffer[.._labels]);
        }

        return new Calibration(Temperature.Fit(scores, aside.Labels[..scores.Count]));
    }

    private void Soften(Planes planes) => new SoftTrainer(planes).Run(_all, _labels, Rounds, 2f);

    private Planes Empty()
    {
        var planes = new Planes();
        planes.Fit(_labels, _features);
        return planes;
    }

    /// <summary>The examples of each label are counted through, so that each label has some aside.</summary>
    private WeighedTexts Pick(Func<int, bool> which)
    {
        var order = Enumerable.Range(0, _all.Count).OrderBy(i => _all.Labels[i]).ThenBy(i => i).Where((_, at) => which(at)).ToArray();
        return new WeighedTexts(Array.ConvertAll(order, i => _all.Rows[i]), Array.ConvertAll(order, i => _all.Values[i]), Array.ConvertAll(order, i => _all.Labels[i]));
    }

    private float Spread(Planes planes)
    {
        var scores = new float[planes.Stride];
        var squares = 0.0;
        for (var i = 0; i < _all.Count; i += Math.Max(1, _all.Count / Samples))
        {
            planes.Score(_all.Rows[i], _all.Values[i], scores);
            var mean = scores.Take(_labels).Average();
            squares += scores.Take(_labels).Sum(score => (score - mean) * (score - mean));
        }

        return MathF.Sqrt((float)squares);
    }
}
