using AiOs.Contracts;
using AiOs.Contracts.Models;
using Microsoft.Extensions.Logging;

namespace AiOs.Agents.Models.Calls;

/// <summary>Sets money aside before a call and settles it after: with what the server counted, and with all of it where that is not known.</summary>
internal sealed partial class MeteredCalls(ChatServer server, IModelMeter meter, ModelPrices prices, string name, ILogger logger)
{
    /// <summary>A settlement may come a little after the answer.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>Makes one call.</summary>
    /// <param name="question">What it is for.</param>
    /// <param name="call">The call.</param>
    /// <param name="isUsable">Whether an answer can be read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CallResult> CallAsync(ModelQuestion question, ChatCall call, Predicate<string> isUsable, CancellationToken cancellationToken)
    {
        var asked = new ModelCall(question.Agent, prices.Of(new TokenCount(call.MostInput, call.MostTokens)), server.Timeout + Grace)
        {
            WorkItem = question.WorkItem,
            Model = name,
            Prompt = question.Prompt.ToString(),
        };
        var answer = await meter.ReserveAsync(asked, cancellationToken);
        if (answer is not ModelLeave.Granted leave)
        {
            return new CallResult.Denied((answer as ModelLeave.Refused)?.Sentence ?? "no money may be spent on it at present");
        }

        var result = await server.AskAsync(call, cancellationToken);
        await SettleAsync(leave, UseOf(result, asked, isUsable), cancellationToken);
        return result;
    }

    private ModelUse UseOf(CallResult result, ModelCall asked, Predicate<string> isUsable) => result switch
    {
        CallResult.Answered { Usage: { } usage } answered => new ModelUse(prices.Of(usage), isUsable(answered.Text) ? "answered" : "unusable") { InputTokens = usage.Input, OutputTokens = usage.Output },
        CallResult.Answered answered => new ModelUse(asked.Most, isUsable(answered.Text) ? "answered" : "unusable"),
        CallResult.Failed { IsFree: true, Fault: var fault } => new ModelUse(asked.Most with { Billionths = 0 }, fault is CallFault.Broken or CallFault.Unreachable ? "failed" : "refused"),
        CallResult.Failed failed => new ModelUse(asked.Most, failed.Fault is CallFault.TimedOut ? "timed-out" : "cut-off"),
        _ => new ModelUse(asked.Most, "failed"),
    };

    /// <summary>What cannot be settled now counts as spent in full when its time is over; the answer is there all the same.</summary>
    private async Task SettleAsync(ModelLeave.Granted leave, ModelUse use, CancellationToken cancellationToken)
    {
        try
        {
            await meter.SettleAsync(leave, use, cancellationToken);
        }
        catch (AiOsException fault)
        {
            LogNotSettled(logger, fault, leave.Id.ToString());
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What the model call {Call} cost could not be recorded; all that was set aside for it counts as spent.")]
    private static partial void LogNotSettled(ILogger logger, Exception fault, string call);
}
