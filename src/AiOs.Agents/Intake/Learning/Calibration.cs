using AiOs.Agents.Intake.Classification;

namespace AiOs.Agents.Intake.Learning;

/// <summary>Turns scores into an answer whose confidence comes true.</summary>
/// <param name="Heat">What scores are divided by.</param>
internal sealed record Calibration(double Heat)
{
    /// <summary>How much nearer to what is known than to what is not a text has to be, in scores; what is not known has few examples and stands low.</summary>
    private const double Lead = 0.5;

    /// <summary>The same once more in heats: where, of texts that were not trained on, most that are known and most that are not fall on their side.</summary>
    private const double Doubt = 4.1;

    /// <summary>How sure a learned text is of its own label: it may be said once more and be meant differently, but that is rare.</summary>
    private const double Learned = 0.99;

    public static readonly Calibration Unfitted = new(1.0);

    public LearnerAnswer Answer(ReadOnlySpan<float> scores, LabelBook labels, int? learned)
    {
        Span<double> probabilities = new double[scores.Length];
        Temperature.Apply(scores, Heat, probabilities);
        if (learned is { } number)
        {
            for (var k = 0; k < probabilities.Length; k++)
            {
                probabilities[k] *= 1 - Learned;
            }

            probabilities[number] += Learned;
        }

        var ranked = new List<LabelScore>(scores.Length);
        for (var k = 0; k < scores.Length; k++)
        {
            if (k != labels.Outside)
            {
                ranked.Add(new LabelScore(labels.NameOf(k)!, probabilities[k]));
            }
        }

        ranked.Sort(static (one, other) => other.Probability.CompareTo(one.Probability));
        var outside = learned is null && labels.Outside >= 0 ? Outside(scores, labels.Outside)
            : labels.Outside >= 0 ? probabilities[labels.Outside] : 1 - ranked[0].Probability;
        return new LearnerAnswer(ranked[0].Label, ranked[0].Probability, outside, ranked);
    }

    private double Outside(ReadOnlySpan<float> scores, int outside)
    {
        var best = float.NegativeInfinity;
        for (var k = 0; k < scores.Length; k++)
        {
            best = k == outside ? best : Math.Max(best, scores[k]);
        }

        return 1 / (1 + Math.Exp(((best - scores[outside] - Lead) / Heat) - Doubt));
    }
}
