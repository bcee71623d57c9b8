using System.Diagnostics;
using System.Globalization;
using AiOs.Connectors.Email.Reading;
using AiOs.Contracts.Messages;
using AiOs.Evaluation.Mails;
using AiOs.Evaluation.Reporting;

namespace AiOs.Evaluation.Parts;

/// <summary>Ten thousand mails with bytes changed by a seed: no crash, none slow.</summary>
internal sealed class MutationsPart : IEvaluationPart
{
    private const int Count = 10_000;
    private const int Seed = 20261123;
    private const double MostMilliseconds = 1000;

    public string Name => "mutations";

    public async Task RunAsync(EvaluationOptions options, Report report, CancellationToken cancellationToken)
    {
        var mails = (await OracleMail.ReadAsync(options.Scored, cancellationToken)).Select(mail => (mail.File, mail.Raw))
            .Concat((await ForwardCase.ReadAsync(options.Scored, cancellationToken)).Select(one => (one.Id, one.Mail()))).ToList();
        var reader = new MailReader();
        var crashes = 0;
        var readable = 0;
        var slowest = (Milliseconds: 0d, Name: "none");
        // The first read loads the code; it is not the mail that is slow then.
        _ = reader.Read(mails[0].Item2, cancellationToken);
        for (var index = 0; index < Count; index++)
        {
            var (name, raw) = mails[index % mails.Count];
            var mutated = new Mutation(Seed + index).Of(raw);
            var start = Stopwatch.GetTimestamp();
            try
            {
                if (reader.Read(mutated, cancellationToken) is MailReading.Readable) readable++;
            }
            catch (Exception crash) when (crash is not OperationCanceledException)
            {
                crashes++;
                report.Fault($"mutations {name}, seed {Seed + index}: {crash}");
            }

            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (took > slowest.Milliseconds) slowest = (took, string.Create(CultureInfo.InvariantCulture, $"{name}, seed {Seed + index}"));
        }

        report.Add("mutations.total", Count, note: $"{readable} still readable");
        report.Add("mutations.crashes", crashes, Goal.Most(0));
        report.Add("mutations.slowestMilliseconds", Math.Round(slowest.Milliseconds, 2), Goal.Most(MostMilliseconds), slowest.Name);
    }
}
