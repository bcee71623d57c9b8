using System.Diagnostics;
using System.Globalization;
using AiOs.Agents.Intake.Learning;
using AiOs.Evaluation.Reporting;
using AiOs.Evaluation.Texts;

namespace AiOs.Evaluation.Parts.Texts;

/// <summary>How long training takes, the confidence among it. Once is thrown away, so that the code is loaded.</summary>
internal sealed class TrainPart : IEvaluationPart
{
    private const int Seed = 1;

    public string Name => "train";

    public async Task RunAsync(EvaluationOptions options, Report report, CancellationToken cancellationToken)
    {
        var all = await LabelledTexts.BankingAsync(options.Data, "train.csv", cancellationToken);
        var few = Draw.Of(all, 10, Seed);
        _ = TextLearner.Train(few);
        var shots = Enumerable.Range(0, 5).Select(_ => Time(few)).OrderBy(time => time.Seconds).ToList();
        cancellationToken.ThrowIfCancellationRequested();
        var full = Time(all);
        report.Add("train.fullSeconds", Math.Round(full.Seconds, 2), Goal.Most(20), Note(all.Count, full.Processor) + "; baseline 11-39");
        report.Add("train.shot10Seconds", Math.Round(shots[2].Seconds, 3), Goal.Most(0.5), Note(few.Count, shots[2].Processor) + "; median of 5");
    }

    private static (double Seconds, double Processor) Time(List<LearnedExample> examples)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        _ = TextLearner.Train(examples);
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        return (took, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static string Note(int count, double processor) => string.Create(CultureInfo.InvariantCulture, $"{count} examples, {processor:F2} s of processor time");
}
