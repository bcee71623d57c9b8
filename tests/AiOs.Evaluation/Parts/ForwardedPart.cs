using AiOs.Connectors.Email.Reading;
using AiOs.Contracts.Messages;
using AiOs.Evaluation.Mails;
using AiOs.Evaluation.Reporting;

namespace AiOs.Evaluation.Parts;

/// <summary>Forwarded mail of many programs and languages: all asserted fields exact, and the sender never wrong.</summary>
internal sealed class ForwardedPart : IEvaluationPart
{
    /// <summary>100 of 103.</summary>
    private const double Share = 100d / 103;

    public string Name => "forwarded";

    public async Task RunAsync(EvaluationOptions options, Report report, CancellationToken cancellationToken)
    {
        var cases = await ForwardCase.ReadAsync(options.Scored, cancellationToken);
        var reader = new MailReader();
        var exact = 0;
        var wrong = 0;
        foreach (var one in cases)
        {
            if (reader.Read(one.Mail(), cancellationToken) is not MailReading.Readable mail)
            {
                report.Fault($"forwarded {one.Id}: cannot be read");
                continue;
            }

            var score = ForwardScore.Of(one.Expected, mail.Content);
            if (score.Faults.Count == 0) exact++;
            if (score.FromWrong) wrong++;
            foreach (var fault in score.Faults) report.Fault($"forwarded {one.Id}: {fault}");
        }

        report.Add("forwarded.exact", exact, Goal.Least(Math.Ceiling(Math.Round(cases.Count * Share, 6))), "all asserted fields");
        report.Add("forwarded.total", cases.Count);
        report.Add("forwarded.fromWrong", wrong, Goal.Most(0), "another sender given than the right one");
    }
}
