using AiOs.Channels.Teams.Activities;
using AiOs.Channels.Teams.Security;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Teams.Endpoint;

/// <summary>Lets in whoever carries a token of the issuer.</summary>
internal sealed class TokenGate(CallerCheck check) : ICallerGate
{
    public async Task<TokenVerdict> JudgeAsync(HttpContext context)
    {
        try
        {
            var header = context.Request.Headers.Authorization;
            return header.Count > 1 ? new TokenVerdict.Refused(401, "two-tokens") : await check.JudgeAsync(header, context.RequestAborted);
        }
        catch (Exception fault) when (KeySource.IsAway(fault, context.RequestAborted))
        {
            return new TokenVerdict.Refused(503, "issuer-away");
        }
    }

    public TokenVerdict Judge(TokenVerdict.Good caller, IncomingActivity activity) => check.Judge(caller, activity);
}
