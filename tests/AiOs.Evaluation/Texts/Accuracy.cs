using AiOs.Agents.Intake.Learning;

namespace AiOs.Evaluation.Texts;

/// <summary>How much of what was not learned is right, and how far the stated confidence is from that.</summary>
/// <param name="Percent">The share that is right.</param>
/// <param name="Calibration">The expected calibration error over ten bins, 0 to 1.</param>
internal sealed record Accuracy(double Percent, double Calibration)
{
    private const int Bins = 10;

    public static Accuracy Of(TextLearner learner, List<LearnedExample> scored)
    {
        var gaps = new double[Bins];
        var right = 0;
        foreach (var example in scored)
        {
            var answer = learner.Answer(example.Text);
            var hit = answer.Label == example.Label ? 1 : 0;
            right += hit;
            gaps[Math.Min(Bins - 1, (int)(answer.Confidence * Bins))] += answer.Confidence - hit;
        }

        return new Accuracy(100.0 * right / scored.Count, gaps.Sum(Math.Abs) / scored.Count);
    }

    /// <summary>The mean over several draws of a few examples for each label.</summary>
    public static Accuracy OfDraws(List<LearnedExample> learned, List<LearnedExample> scored, int each, int[] seeds, CancellationToken cancellationToken)
    {
        var all = seeds.Select(seed =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Of(TextLearner.Train(Draw.Of(learned, each, seed)), scored);
        }).ToList();
        return new Accuracy(all.Average(one => one.Percent), all.Average(one => one.Calibration));
    }
}
