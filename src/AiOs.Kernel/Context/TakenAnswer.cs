using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Context;

/// <summary>A message of a chat that was taken for an answer, with what has to come back if it was none. Pure.</summary>
/// <param name="Message">The message.</param>
/// <param name="Index">Which of the operator's words it became.</param>
/// <param name="Intent">What was understood before it.</param>
/// <param name="IntentBy">By whom.</param>
internal sealed record TakenAnswer(MessageId Message, int Index, Intent? Intent, string? IntentBy)
{
    public static WorkItem Take(WorkItem item, QuestionAnswered answered, DateTimeOffset at)
    {
        var after = item.WithWords(answered.Personal?.Text, Redraft.Answered, at);
        return answered.Message is { } message && after.OperatorWords.Length > item.OperatorWords.Length
            ? after with { Answer = new TakenAnswer(message, item.OperatorWords.Length, item.Intent, item.IntentBy) }
            : after with { Answer = null };
    }

    /// <summary>Whether it can still be taken out: it is the last answer, nothing has begun because of it, and no Record holds it.</summary>
    public static bool CanBeWithdrawn(WorkItem item, MessageId message) =>
        item is { Answer: { } answer, IsUntouched: true, IsForgotten: false, Plan.Keeps: false } && answer.Message == message && !item.KeptWords.Contains(answer.Index);

    /// <summary>The words are gone as if they had never been said, so the agent drafts, and asks, once more.</summary>
    public static WorkItem Withdraw(WorkItem item, AnswerWithdrawn withdrawn, DateTimeOffset at) =>
        item.Answer is { } answer && answer.Message == withdrawn.Message
            ? item.WithoutOpenApprovals(at) with
            {
                Answer = null,
                OperatorWords = item.OperatorWords.RemoveAt(answer.Index),
                KeptWords = [.. item.KeptWords.Select(kept => kept > answer.Index ? kept - 1 : kept)],
                Intent = answer.Intent,
                IntentBy = answer.IntentBy,
                Redraft = Redraft.Withdrawn,
                HasQuestion = false,
                AgentFailures = 0,
            }
            : item;
}
