using AiOs.Contracts.Effects;

namespace AiOs.Connectors.Http;

/// <summary>
/// Makes one change at a web service, in one request, and tells its end by what is certain. That nothing happened is certain where the
/// request never left or the service refused it; that it happened, where a whole answer says so. All else is unknown.
/// </summary>
internal sealed class HttpAttempt(HttpExchange exchange, TimeProvider time)
{
    /// <summary>Time to write the result down before the deadline is over.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    public async Task<EffectResult> SendAsync(HttpCall call, Permit permit, TimeSpan limit, CancellationToken cancellationToken)
    {
        var left = permit.Deadline - time.GetUtcNow() - Margin;
        if (left > limit) left = limit;
        if (left <= TimeSpan.Zero) return Not(call, "there was no time left", mayRetry: true);
        try
        {
            using var request = call.Request();
            return Read(call, permit, await exchange.SendAsync(request, left, cancellationToken));
        }
        catch (HttpFaultException fault)
        {
            return Read(call, fault);
        }
    }

    private static EffectResult Read(HttpCall call, Permit permit, HttpAnswer answer) => answer.Status switch
    {
        >= 200 and < 300 => new EffectResult.Done(ReferenceOf(call, permit, answer), $"{call.Subject} done by {call.Service}."),
        409 when call.OutcomeClass == OutcomeClass.Keyed =>
            new EffectResult.Done(ReferenceOf(call, permit, answer), $"{call.Subject} done by {call.Service} already."),
        // Too late, too early, too many: not taken up, and welcome later.
        408 or 425 or 429 => Refused(call, answer, mayRetry: true),
        503 when answer.RetryAfter is not null => Refused(call, answer, mayRetry: true),
        // 307 and 308 send the same request elsewhere; after the other redirects it may have happened here.
        307 or 308 => Not(call, $"{call.Service} says that it has moved; check its address", mayRetry: false),
        >= 400 and < 500 => Refused(call, answer, mayRetry: false),
        _ => Unknown(call, $"answered {answer.Status}"),
    };

    /// <summary>A refusal is one by its status, however much of its text came.</summary>
    private static EffectResult Read(HttpCall call, HttpFaultException fault)
    {
        if (!fault.MayHaveLeft) return Not(call, $"{call.Service} {fault.Message}", fault.MayPass);
        if (fault.Status is >= 400 and < 500 and not 409)
            return Not(call, $"{call.Service} refused it ({fault.Status})", mayRetry: fault.Status is 408 or 425 or 429);
        return Unknown(call, fault.Message);
    }

    /// <summary>It happened, whether or not its name can be read: an odd answer must not turn it into a failure.</summary>
    private static string ReferenceOf(HttpCall call, Permit permit, HttpAnswer answer)
    {
        try
        {
            return call.Reference(answer) ?? permit.Key;
        }
        catch (Exception)
        {
            return permit.Key;
        }
    }

    private static EffectResult.Failed Refused(HttpCall call, HttpAnswer answer, bool mayRetry) =>
        new($"{call.Subject} not done: {call.Service} refused it ({answer.Status}).", mayRetry, answer.RetryAfter);

    private static EffectResult.Failed Not(HttpCall call, string why, bool mayRetry) => new($"{call.Subject} not done: {why}.", mayRetry);

    private static EffectResult.Unknown Unknown(HttpCall call, string what) =>
        new($"{call.Service} {what} after it was asked, so it may have happened.");
}
