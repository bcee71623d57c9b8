using AiOs.Agents.Intake.Learning;
using AiOs.Evaluation.Reporting;
using AiOs.Evaluation.Texts;

namespace AiOs.Evaluation.Parts.Texts;

/// <summary>Short messages to a bank, of 77 kinds: how many are sorted rightly after five, ten and all examples of each kind.</summary>
internal sealed class Banking77Part : IEvaluationPart
{
    private const int Seed = 20261123;
    private const double HeldOut = 0.15;
    private static readonly int[] Draws = [1, 2, 3];

    public string Name => "banking77";

    public async Task RunAsync(EvaluationOptions options, Report report, CancellationToken cancellationToken)
    {
        var all = await LabelledTexts.BankingAsync(options.Data, "train.csv", cancellationToken);
        var (learned, scored) = options.Test is { } test
            ? (all, await LabelledTexts.BankingAsync(test, "test.csv", cancellationToken))
            : Draw.Apart(all, HeldOut, Seed);
        var from = options.Test is null ? $"held out by seed {Seed}" : "of the test";
        Add(report, "banking77.shot5", Accuracy.OfDraws(learned, scored, 5, Draws, cancellationToken), 69, $"baseline 62.3; {scored.Count} {from}, mean of draws 1-3");
        Add(report, "banking77.shot10", Accuracy.OfDraws(learned, scored, 10, Draws, cancellationToken), 79, "baseline 73.3; mean of draws 1-3");
        Add(report, "banking77.full", Accuracy.Of(TextLearner.Train(learned), scored), 93, $"baseline 91.6; {learned.Count} learned");
    }

    private static void Add(Report report, string key, Accuracy accuracy, double goal, string note)
    {
        report.Add(key, Math.Round(accuracy.Percent, 2), Goal.Least(goal), note);
        report.Add($"{key}.calibrationError", Math.Round(accuracy.Calibration, 3));
    }
}
