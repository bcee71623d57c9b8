using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Models;

namespace AiOs.Kernel.Controls.Models;

/// <summary>What stands in the journal of a model's call. Pure.</summary>
internal static class ModelFacts
{
    public static ModelMoneyReserved Reserved(CommitId id, ModelCall call, DateTimeOffset now) => new(id, call.Agent, call.Most.RoundedUp, now + call.Timeout)
    {
        Exact = ExactOf(call.Most),
        WorkItem = call.WorkItem,
    };

    public static ModelMoneySettled Settled(ModelLeave.Granted leave, ModelUse use) => new(leave.Id, leave.Call.Agent, use.Cost.RoundedUp)
    {
        Exact = ExactOf(use.Cost),
        WorkItem = leave.Call.WorkItem,
        Model = leave.Call.Model,
        Prompt = leave.Call.Prompt,
        InputTokens = use.InputTokens,
        OutputTokens = use.OutputTokens,
        Outcome = use.Outcome,
    };

    private static long? ExactOf(ExactMoney money) => money.Billionths % ExactMoney.PerMinor == 0 ? null : money.Billionths;
}
