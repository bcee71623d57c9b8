using System.Globalization;
using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Schedules;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Schedules;

/// <summary>
/// <c>job.run</c>: runs one of the program's jobs. Keyed, since a job may be run again after a crash; its proof is the result, and one that proves
/// nothing has failed.
/// </summary>
internal sealed partial class JobRun(JobShelf jobs, TimeProvider time, ILogger<JobRun> logger) : IEffectConnector
{
    /// <summary>What a job needs beside its own time to end and to say so.</summary>
    private static readonly TimeSpan Room = TimeSpan.FromSeconds(30);

    public EffectKind Kind => EffectKind.JobRun;

    public EffectCategory Category => EffectCategory.Internal;

    public OutcomeClass OutcomeClass => OutcomeClass.Keyed;

    public Undo Undo => Undo.Final;

    public TimeSpan AttemptTimeout => jobs.All.Select(job => job.Timeout).Append(TimeSpan.FromMinutes(1)).Max() + Room;

    public EffectPreview Preview(Effect effect)
    {
        if (Read(effect) is not { } arguments)
        {
            return new EffectPreview("Run a job", [], ["its arguments cannot be read"]);
        }

        return new EffectPreview(
            jobs.Find(arguments.Job)?.Title ?? $"Run the job {arguments.Job}",
            [
                new CardBlock.Facts(
                [
                    new Fact("Job", arguments.Job),
                    new Fact("Due", InstantConverter.ToText(arguments.DueAt)),
                    .. arguments.Missed > 0 ? [new Fact("Missed before", arguments.Missed.ToString(CultureInfo.InvariantCulture))] : (Fact[])[],
                ]),
            ],
            []);
    }

    public EffectFacts Examine(Effect effect) => EffectFacts.None;

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        var arguments = Read(permit.Effect) ?? throw new AiOsException("The arguments of a job.run that was allowed cannot be read.");
        if (jobs.Find(arguments.Job) is not { } job)
        {
            return new EffectResult.Failed($"There is no job “{arguments.Job}” in this program; /schedule lists what there is.", MayRetry: false);
        }

        using var timeout = new CancellationTokenSource(job.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return ResultOf(job, await job.RunAsync(new JobCall(permit.Key, arguments.DueAt, arguments.Missed), either.Token));
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return new EffectResult.Failed($"The job “{job.Name}” did not end within {job.Timeout.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture)} minutes and was stopped.", MayRetry: true);
        }
        catch (AiOsException fault)
        {
            LogFailed(logger, fault, job.Name);
            return new EffectResult.Failed(fault.Message, fault.IsTransient);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // An edge: a job that broke has proved nothing, and that is a failure of its own and nobody else's.
            LogFailed(logger, fault, job.Name);
            return new EffectResult.Failed($"The job “{job.Name}” broke off ({fault.GetType().Name}); the log says where.", MayRetry: false);
        }
    }

    private static EffectResult ResultOf(IJob job, JobReport report) => report switch
    {
        JobReport.Proved proved => new EffectResult.Done("job/" + job.Name, $"{proved.Sentence.TrimEnd('.')} ({string.Join(", ", proved.Proof.Select(fact => $"{fact.Name} {fact.Value}"))})."),
        JobReport.Failed failed => new EffectResult.Failed(failed.Sentence, failed.MayRetry),
        _ => throw new InvalidOperationException("A job reported nothing."),
    };

    private static JobRunArguments? Read(Effect effect)
    {
        try
        {
            using var document = JsonDocument.Parse(effect.Bytes);
            return document.RootElement.GetProperty("args"u8).Deserialize(ArgumentsJson.Default.JobRunArguments);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} ended in a fault.")]
    private static partial void LogFailed(ILogger logger, Exception fault, string job);
}
