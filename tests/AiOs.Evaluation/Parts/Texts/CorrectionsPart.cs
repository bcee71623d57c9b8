using System.Diagnostics;
using System.Globalization;
using AiOs.Agents.Intake.Learning;
using AiOs.Evaluation.Reporting;
using AiOs.Evaluation.Texts;

namespace AiOs.Evaluation.Parts.Texts;

/// <summary>
/// A learner that starts empty and meets one message after the other: how often it has to be corrected. Each message is answered first and learned then;
/// what the operator lets stand counts as confirmed. What was corrected must be right from then on, also in a learner made anew from what was kept.
/// </summary>
internal sealed class CorrectionsPart : IEvaluationPart
{
    private const int Seed = 20261123;
    private const int First = 1_000;
    private const double MostMilliseconds = 100;

    public string Name => "corrections";

    public async Task RunAsync(EvaluationOptions options, Report report, CancellationToken cancellationToken)
    {
        var stream = Draw.Shuffled(await LabelledTexts.BankingAsync(options.Data, "train.csv", cancellationToken), Seed);
        var learner = new TextLearner();
        var corrected = new List<LearnedExample>();
        var took = new List<double>(stream.Count);
        var (atFirst, wrongAgain) = (0, 0);
        for (var at = 0; at < stream.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var wrong = learner.Answer(stream[at].Text).Label != stream[at].Label;
            var start = Stopwatch.GetTimestamp();
            learner.Learn(stream[at]);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (wrong)
            {
                corrected.Add(stream[at]);
                wrongAgain += learner.Answer(stream[at].Text).Label == stream[at].Label ? 0 : 1;
            }

            if (at + 1 == First) atFirst = corrected.Count;
        }

        report.Add("corrections.at1000", atFirst, Goal.Most(440), $"baseline 516; stream shuffled by seed {Seed}; what is let stand counts as confirmed");
        report.Add("corrections.at10003", corrected.Count, Goal.Most(1600), $"baseline 1,992; {stream.Count} messages");
        report.Add("corrections.onlyMistakes.at1000", OnlyMistakes(stream), note: "the same with nothing learned from what is let stand");
        report.Add("corrections.repeatedPercent", 100.0 * (corrected.Count - wrongAgain) / corrected.Count, Goal.Least(100), "a corrected message again, at once");
        var anew = Percent(TextLearner.Train(learner.Examples), stream, corrected);
        report.Add("corrections.afterRestartPercent", anew, Goal.Least(100), "the same in a learner made anew; of a text with two labels the later one");
        took.Sort();
        var note = string.Create(CultureInfo.InvariantCulture, $"99 of 100 updates; median {took[took.Count / 2]:F1}, slowest {took[^1]:F1}");
        report.Add("corrections.updateMilliseconds", Math.Round(took[(int)(took.Count * 0.99)], 2), Goal.Most(MostMilliseconds), note);
    }

    private static double Percent(TextLearner anew, List<LearnedExample> stream, List<LearnedExample> corrected)
    {
        var last = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var example in stream) last[example.Text] = example.Label;
        return 100.0 * corrected.Count(example => anew.Answer(example.Text).Label == last[example.Text]) / corrected.Count;
    }

    private static int OnlyMistakes(List<LearnedExample> stream)
    {
        var learner = new TextLearner();
        var wrong = 0;
        foreach (var example in stream.Take(First).Where(example => learner.Answer(example.Text).Label != example.Label))
        {
            wrong++;
            learner.Learn(example);
        }

        return wrong;
    }
}
