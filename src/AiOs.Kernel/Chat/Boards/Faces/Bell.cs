using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Policy.Settings;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Chat.Boards.Faces;

/// <summary>
/// What the operator is rung for. A message that is rewritten rings nowhere, so another question, a reminder, and a second yes that is wanted here need
/// a new one. Made from ids and counts alone, since it is kept beside the chat: never from words.
/// </summary>
internal static class Bell
{
    /// <summary>The digest has its own way to the operator.</summary>
    private static readonly string Quiet = KebabEnumConverter<EscalationWay>.ToText(EscalationWay.Digest);

    /// <summary>The question as it is put in one channel.</summary>
    /// <returns>The same text for the same question; nothing while nobody waits for the operator and nothing of the program failed.</returns>
    public static string? Of(WorkItem item, ChannelName channel) => item.State switch
    {
        WorkItemState.AwaitingApproval when item.CurrentApproval is { } asked => ChatNames.Short($"approval {asked.Id} {RungsOf(asked)} {YesOf(asked, channel)}"),
        WorkItemState.NeedsAnswer => ChatNames.Short($"question {item.Plan?.Id} {item.OperatorWords.Length} {item.Approvals.Length} {item.Asks?.Record} {item.Asks?.Field}"),
        WorkItemState.OutcomeUnknown => ChatNames.Short("unknown " + string.Join(' ', item.Effects.Where(effect => effect.Phase is EffectPhase.Unknown).Select(effect => $"{effect.Id}/{effect.Attempt}"))),
        WorkItemState.Failed when IsClocks(item) => ChatNames.Short($"failed {item.Id}"),
        _ => null,
    };

    /// <summary>Nobody asked for it and nobody waits for it, so nobody would look: what the clock began and failed is told.</summary>
    private static bool IsClocks(WorkItem item) => item.Received?.Channel == ChannelName.Schedule;

    private static int RungsOf(Approval asked) => asked.Asked.Ladder?.Take(asked.Rung).Count(rung => rung.By != Quiet) ?? 0;

    /// <summary>The second yes is wanted from another channel than the first; where the first was given the card is only rewritten.</summary>
    private static int YesOf(Approval asked, ChannelName channel) =>
        asked.Phase is ApprovalPhase.HalfGranted && asked.Channel != channel ? 2 : 1;
}
