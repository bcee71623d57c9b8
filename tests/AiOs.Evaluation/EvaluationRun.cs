using AiOs.Evaluation.Parts;
using AiOs.Evaluation.Parts.Injection;
using AiOs.Evaluation.Parts.Tau;
using AiOs.Evaluation.Parts.Texts;
using AiOs.Evaluation.Reporting;

namespace AiOs.Evaluation;

/// <summary>Runs the parts and prints one table.</summary>
internal sealed class EvaluationRun(EvaluationOptions options, TextWriter output, TextWriter progress)
{
    /// <summary>All parts there are, in the order of the table. A new one is written in <c>Parts</c> and named here.</summary>
    private static readonly IEvaluationPart[] Parts =
        [new Banking77Part(), new Clinc150Part(), new CorrectionsPart(), new TrainPart(), new ForwardedPart(), new MimePart(), new MutationsPart(), new NluppPart(), new InjectionPart(), new TauPart()];

    /// <summary>Runs what was asked for. 0 all goals met, 1 a goal is missed, 2 it cannot be run.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (options.Only is { } only && !Parts.Any(part => part.Name == only))
        {
            await progress.WriteLineAsync($"There is no part '{only}'; there are {string.Join(", ", Parts.Select(part => part.Name))}.\n{EvaluationOptions.Usage}");
            return 2;
        }

        var report = new Report();
        foreach (var part in Parts.Where(part => options.Only is null || part.Name == options.Only))
        {
            await progress.WriteLineAsync($"{part.Name} …");
            try
            {
                await part.RunAsync(options, report, cancellationToken);
            }
            catch (Exception missing) when (missing is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                await progress.WriteLineAsync($"The part '{part.Name}' cannot be run: {missing.Message}");
                return 2;
            }
        }

        return await TellAsync(report, cancellationToken);
    }

    private async Task<int> TellAsync(Report report, CancellationToken cancellationToken)
    {
        if (options.Verbose)
            foreach (var fault in report.Faults) await progress.WriteLineAsync(fault);
        await report.PrintAsync(output);
        if (options.JsonFile is not { } file) return report.Missed == 0 ? 0 : 1;
        try
        {
            await report.WriteJsonAsync(file, cancellationToken);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            await progress.WriteLineAsync($"The figures cannot be written to '{file}': {wrong.Message}");
            return 2;
        }

        return report.Missed == 0 ? 0 : 1;
    }
}
