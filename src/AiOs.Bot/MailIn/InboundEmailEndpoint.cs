using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Reading;
using AiOs.Contracts;
using AiOs.Contracts.Ids;
using Microsoft.Extensions.Options;

namespace AiOs.Bot.MailIn;

/// <summary>
/// Where a mail provider posts raw mail. Only who signs the body with the configured secret is heard; 202 is said when the mail is durable, and
/// whatever may pass is 503, on which a provider tries again.
/// </summary>
internal sealed partial class InboundEmailEndpoint(IOptions<EmailOptions> options, MailIntake intake, TimeProvider time, IHostApplicationLifetime life, ILogger<InboundEmailEndpoint> logger)
{
    public const string Path = "/inbound/email";

    /// <summary>Each holds a whole mail in memory.</summary>
    private const int MostAtOnce = 4;
    private static readonly TimeSpan BodyPatience = TimeSpan.FromMinutes(1);
    private static readonly string[] Types = ["message/rfc822", "application/octet-stream", "text/plain"];

    private readonly BodySignature? _signature = string.IsNullOrEmpty(options.Value.InboundSecret) ? null : new BodySignature(options.Value.InboundSecret);
    private int _atWork;

    public async Task TakeAsync(HttpContext context)
    {
        if (_signature is null)
        {
            await SayAsync(context, StatusCodes.Status404NotFound, "No mail is taken here: Email:InboundSecret is not set.");
            return;
        }

        if (BodySignature.Of(context.Request.Headers[BodySignature.Header]) is not { } given)
        {
            await SayAsync(context, StatusCodes.Status401Unauthorized, $"{BodySignature.Header} must be the HMAC-SHA256 of the body, as 64 hexadecimal digits.");
            return;
        }

        try
        {
            if (Interlocked.Increment(ref _atWork) > MostAtOnce) await LaterAsync(context, "Too many mails come at once; send it again later.");
            else await TakeBodyAsync(context, _signature, given);
        }
        finally
        {
            Interlocked.Decrement(ref _atWork);
        }
    }

    private async Task TakeBodyAsync(HttpContext context, BodySignature signature, byte[] given)
    {
        using var late = new CancellationTokenSource(BodyPatience, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, late.Token);
        var (mail, refusal) = await BoundedBody.ReadAsync(context, MailBounds.Default.Bytes, ends.Token);
        if (refusal is not null)
        {
            await SayAsync(context, refusal.Value, $"The body could not be read; it has at most {MailBounds.Default.Bytes / 1024 / 1024} MB and comes within a minute.");
        }
        else if (!signature.Fits(given, mail.Span))
        {
            LogForged(logger);
            await SayAsync(context, StatusCodes.Status401Unauthorized, $"{BodySignature.Header} does not fit the body.");
        }
        else if (!IsMail(context.Request.ContentType))
        {
            await SayAsync(context, StatusCodes.Status415UnsupportedMediaType, "Send the raw mail as message/rfc822.");
        }
        else
        {
            await TakeMailAsync(context, mail);
        }
    }

    /// <summary>Once read it is taken to its end, whether or not the other side still waits: that it comes again does no harm.</summary>
    private async Task TakeMailAsync(HttpContext context, ReadOnlyMemory<byte> mail)
    {
        try
        {
            var receipt = await intake.TakeAsync(ChannelName.Mail, mail, life.ApplicationStopping);
            await (receipt is MailReceipt.Refused refused
                ? SayAsync(context, StatusCodes.Status400BadRequest, refused.Reading.Sentence)
                : SayAsync(context, StatusCodes.Status202Accepted, "The mail is taken."));
        }
        catch (Exception fault) when (fault is AiOsException || life.ApplicationStopping.IsCancellationRequested)
        {
            LogNotTaken(logger, fault.GetType().Name);
            await LaterAsync(context, "The mail cannot be stored now; send it again later.");
        }
    }

    private static bool IsMail(string? contentType) =>
        string.IsNullOrWhiteSpace(contentType) || Types.Contains(contentType.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase);

    private static Task LaterAsync(HttpContext context, string sentence)
    {
        context.Response.Headers.RetryAfter = "30";
        return SayAsync(context, StatusCodes.Status503ServiceUnavailable, sentence);
    }

    private static Task SayAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        // Where it was not read to its end the connection ends, so that the server need not read what was not asked for.
        if (status is not (StatusCodes.Status202Accepted or StatusCodes.Status415UnsupportedMediaType)) context.Response.Headers.Connection = "close";
        return context.Response.WriteAsync(sentence + "\n", context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail posted to /inbound/email had a signature that does not fit; it was turned away.")]
    private static partial void LogForged(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail posted to /inbound/email could not be stored ({Fault}); its sender is told to try again.")]
    private static partial void LogNotTaken(ILogger logger, string fault);
}
