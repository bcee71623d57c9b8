using AiOs.Channels.Teams.Activities;
using AiOs.Channels.Teams.Security;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Teams.Endpoint;

/// <summary>Who is let in.</summary>
internal interface ICallerGate
{
    /// <summary>Judges a request by its headers, before its body is read.</summary>
    Task<TokenVerdict> JudgeAsync(HttpContext context);

    /// <summary>Judges the body against what the headers proved.</summary>
    TokenVerdict Judge(TokenVerdict.Good caller, IncomingActivity activity);
}
