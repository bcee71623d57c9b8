using AiOs.Channels.Teams.Activities;
using AiOs.Channels.Teams.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiOs.Channels.Teams.Endpoint;

/// <summary><c>POST /api/messages</c>: the header is judged before the body is read, and the body before anything is done.</summary>
internal sealed partial class MessagesEndpoint(ICallerGate gate, ActivityDesk desk, ILogger<MessagesEndpoint> logger)
{
    public const string Path = "/api/messages";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var reply = await AnswerAsync(context);
            context.Response.StatusCode = reply.Status;
            if (reply.Body is { } body)
            {
                context.Response.ContentType = "application/json; charset=utf-8";
                await context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
            }
        }
        catch (BadHttpRequestException fault)
        {
            context.Response.StatusCode = fault.StatusCode;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller left; what was begun goes on.
        }
    }

    private async Task<EndpointReply> AnswerAsync(HttpContext context)
    {
        var caller = await gate.JudgeAsync(context);
        if (caller is TokenVerdict.Refused stranger)
        {
            return Refuse(stranger);
        }

        if (await ActivityBody.ReadAsync(context) is not { } bytes)
        {
            return new EndpointReply(StatusCodes.Status413PayloadTooLarge, null);
        }

        if (ActivityReader.Read(bytes) is not { } activity)
        {
            return new EndpointReply(StatusCodes.Status400BadRequest, null);
        }

        return gate.Judge((TokenVerdict.Good)caller, activity) is TokenVerdict.Refused other ? Refuse(other) : await desk.TakeAsync(activity, context.RequestAborted);
    }

    private EndpointReply Refuse(TokenVerdict.Refused refused)
    {
        LogRefused(logger, refused.Status, refused.Code);
        return new EndpointReply(refused.Status, null);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request to the Teams endpoint was turned away: {Status} {Code}")]
    private static partial void LogRefused(ILogger logger, int status, string code);
}
