using AiOs.Agents.Intake.Learning;
using AiOs.Evaluation.Reporting;
using AiOs.Evaluation.Texts;

namespace AiOs.Evaluation.Parts.Texts;

/// <summary>Requests to an assistant, of 150 kinds, and such as are of none of them, which have to be told from the others.</summary>
internal sealed class Clinc150Part : IEvaluationPart
{
    private static readonly int[] Draws = [1, 2];

    public string Name => "clinc150";

    public async Task RunAsync(EvaluationOptions options, Report report, CancellationToken cancellationToken)
    {
        var data = await LabelledTexts.ClincAsync(options.Data, "dev.json", cancellationToken);
        var test = options.Test is { } folder ? await LabelledTexts.ClincAsync(folder, "test.json", cancellationToken) : null;
        var learned = Parts(data, outside: false, test is null ? "train" : string.Empty);
        var learnedOutside = Parts(data, outside: true, test is null ? "train" : string.Empty);
        var scored = Parts(test ?? data, outside: false, test is null ? "val" : string.Empty);
        var scoredOutside = Parts(test ?? data, outside: true, test is null ? "val" : string.Empty);
        if (new[] { learned, learnedOutside, scored, scoredOutside }.Any(part => part.Count == 0)) throw new InvalidDataException("clinc150 lacks a part.");
        var from = test is null ? "of the validation part" : "of the test";
        Add(report, "clinc150.shot5", Accuracy.OfDraws(learned, scored, 5, Draws, cancellationToken), 80, $"baseline 74.6; {scored.Count} {from}, mean of draws 1-2");
        Add(report, "clinc150.shot10", Accuracy.OfDraws(learned, scored, 10, Draws, cancellationToken), 87, "baseline 82.0; mean of draws 1-2");
        Add(report, "clinc150.full", Accuracy.Of(TextLearner.Train(learned), scored), 94, $"baseline 92.5; {learned.Count} learned");
        cancellationToken.ThrowIfCancellationRequested();
        Outside(report, TextLearner.Train([.. learned, .. learnedOutside]), scored, scoredOutside);
    }

    private static void Outside(Report report, TextLearner learner, List<LearnedExample> scored, List<LearnedExample> scoredOutside)
    {
        var inside = scored.ConvertAll(example => (Answer: learner.Answer(example.Text), example.Label));
        var outside = scoredOutside.ConvertAll(example => learner.Answer(example.Text));
        var right = 100.0 * inside.Count(one => one.Answer.Known && one.Answer.Label == one.Label) / inside.Count;
        var recall = 100.0 * outside.Count(answer => !answer.Known) / outside.Count;
        report.Add("clinc150.oos.inScope", Math.Round(right, 2), Goal.Least(91.5), "baseline 92.1 or 89.8; right and not said to be unknown");
        report.Add("clinc150.oos.recall", Math.Round(recall, 2), Goal.Least(80), $"baseline 44.8 or 81.1; of {outside.Count}");
        var ranked = inside.Select(one => one.Answer.Outside).Order().ToArray();
        report.Add("clinc150.oos.auroc", Math.Round(100 * outside.Average(answer => Below(ranked, answer.Outside)), 2));
    }

    /// <summary>The share of known ones that look less like outsiders than this one; equal ones count half.</summary>
    private static double Below(double[] ranked, double value)
    {
        var less = ranked.Count(other => other < value);
        var same = ranked.Count(other => other.Equals(value));
        return (less + (same / 2.0)) / ranked.Length;
    }

    private static List<LearnedExample> Parts(Dictionary<string, List<LearnedExample>> data, bool outside, string ending) =>
        [.. data.Where(part => LabelledTexts.IsOutside(part.Key) == outside && part.Key.EndsWith(ending, StringComparison.Ordinal)).SelectMany(part => part.Value)];

    private static void Add(Report report, string key, Accuracy accuracy, double goal, string note)
    {
        report.Add(key, Math.Round(accuracy.Percent, 2), Goal.Least(goal), note);
        report.Add($"{key}.calibrationError", Math.Round(accuracy.Calibration, 3));
    }
}
