using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using AiOs.Connectors.Email.Reading;
using AiOs.Connectors.Email.Reading.Outline;
using AiOs.Evaluation.Mails;
using AiOs.Evaluation.Reporting;

namespace AiOs.Evaluation.Parts;

/// <summary>Odd raw mails: the part tree, the file names and the decoded bytes as the oracle has them, where it can be trusted.</summary>
internal sealed class MimePart : IEvaluationPart
{
    public string Name => "mime";

    public async Task RunAsync(EvaluationOptions options, Report report, CancellationToken cancellationToken)
    {
        var mails = await OracleMail.ReadAsync(options.Scored, cancellationToken);
        var exact = 0;
        foreach (var mail in mails.Where(mail => mail.Sound))
        {
            var parts = MailOutline.Of(mail.Raw, MailBounds.Default, cancellationToken)
                ?.Select(part => OracleMail.Line(part.Path, part.MediaType, part.FileName, part.Content is { } bytes ? Sha1(bytes.Span) : null)).ToList();
            if (parts is not null && parts.Order(StringComparer.Ordinal).SequenceEqual(mail.Parts.Order(StringComparer.Ordinal)))
                exact++;
            else
                Tell(report, mail, parts);
        }

        var sound = mails.Count(mail => mail.Sound);
        report.Add("mime.exact", exact, Goal.Least(sound), "part tree, file names, decoded SHA-1");
        report.Add("mime.total", sound, note: $"without defects, of {mails.Count}");
    }

    private static void Tell(Report report, OracleMail mail, List<string>? parts)
    {
        if (parts is null) report.Fault($"mime {mail.File}: cannot be read");
        foreach (var extra in parts?.Except(mail.Parts) ?? []) report.Fault($"mime {mail.File}: has {extra}");
        foreach (var missing in mail.Parts.Except(parts ?? [])) report.Fault($"mime {mail.File}: lacks {missing}");
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The oracle names its parts by SHA-1; nothing is secured by it.")]
    private static string Sha1(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA1.HashData(bytes));
}
