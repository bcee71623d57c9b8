using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Desk.Mails;
using AiOs.Kernel.Effects;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Desk;

/// <summary>Makes the card of a work item: its facts come from the exact bytes, the agent's words are shown as its words.</summary>
internal static class CardMaker
{
    private const int LongestTitle = 120;

    public static Card Of(WorkItem item, IReadOnlyList<ShownEffect> effects, IReadOnlyList<EffectPreview> before, TimeSpan undoFor, TimeZoneInfo zone)
    {
        var (status, tone) = StatusOf(item.State);
        var blocks = new List<CardBlock>(12) { About(item) };
        AddWords(blocks, item);
        if (item.CurrentApproval is { IsOpen: true })
        {
            blocks.AddRange(WhatChanged.Between(before, [.. effects.Where(effect => effect.Attempt.Proposal == item.Plan?.Id).Select(effect => effect.Preview)]));
        }

        foreach (var effect in effects)
        {
            AddEffect(blocks, item, effect);
        }

        if (item.CurrentApproval is { IsOpen: true, Asked.Personal.Differences: { Count: > 0 } differences })
        {
            blocks.AddRange(differences.Select(difference => new CardBlock.Warning("Asked again: " + difference)));
        }

        if (item is { Ended: null, Asks.AskedBy: { } asker })
        {
            blocks.Add(new CardBlock.Hint($"Your answer about {item.Asks!.Field}, which {asker} asks for, goes in here too."));
        }

        if (item.HasQuestion)
        {
            blocks.Add(new CardBlock.Text("Question: " + item.Question));
        }

        if (item.Approvals is [.., { Decided: { } decided }] && item.State is not WorkItemState.Working)
        {
            blocks.Add(new CardBlock.Hint(decided + "."));
        }

        if (RestWords.Of(item, zone) is { } rest)
        {
            blocks.Add(new CardBlock.Text(rest));
        }

        return new Card { WorkItem = item.Id, Title = TitleOf(item), Status = status, Tone = tone, Blocks = blocks, Actions = ActionsOf(item, undoFor) };
    }

    private static CardBlock.Facts About(WorkItem item)
    {
        var rows = new List<Fact>(4);
        if (item.Content is { } content)
        {
            rows.Add(new Fact("From", FromOf(item, content)));
            if (content.PartOf is { } part)
            {
                rows.Add(new Fact("Part", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part.Number} of {part.Count} of {part.Parent}")));
            }

            if (content.SentAt is { } sent)
            {
                rows.Add(new Fact("Written", sent.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture)));
            }

            if (content.Attachments.Count > 0)
            {
                rows.Add(new Fact("Files", string.Join(", ", content.Attachments.Select(file => file.Name))));
            }
        }

        if (item.Intent is { } intent)
        {
            rows.Add(new Fact("Understood as", UnderstoodAs(intent)));
        }

        return new CardBlock.Facts(rows);
    }

    private static string FromOf(WorkItem item, MessageContent content)
    {
        if (item.Received!.Authority is Authority.Operator)
        {
            return "you";
        }

        if (item.Received.Authority is Authority.System)
        {
            return "the program";
        }

        var sender = content.Sender?.ToString() ?? "somebody who is not named";
        return content.Origin is ContentOrigin.InlineForward ? sender + " (as the forwarded text says)" : sender;
    }

    private static string UnderstoodAs(Intent intent)
    {
        var name = KebabEnumConverter<Category>.ToText(intent.Category).Replace('-', ' ');
        return intent.Sure ? $"{name}, {intent.Confidence.Permille / 10} % sure" : $"perhaps {name}, only {intent.Confidence.Permille / 10} % sure";
    }

    private static void AddWords(List<CardBlock> blocks, WorkItem item)
    {
        if (item.Plan?.Words is { } words)
        {
            blocks.Add(new CardBlock.Quote($"The {item.Plan.Agent} agent says", words.Summary));
            blocks.AddRange((words.Conflicts ?? []).Select(conflict => new CardBlock.Warning(conflict)));
        }

        if (item.Received is { Personal.Content.Warnings: { Count: > 0 } warnings })
        {
            blocks.AddRange(warnings.Select(warning => new CardBlock.Warning(warning)));
        }

        blocks.AddRange(MailBlocks.Of(item));
    }

    private static void AddEffect(List<CardBlock> blocks, WorkItem item, ShownEffect effect)
    {
        blocks.Add(new CardBlock.Text(effect.Preview.Title));
        blocks.AddRange(effect.Preview.Blocks);
        blocks.AddRange(effect.Preview.Gaps.Select(gap => new CardBlock.Warning("Missing: " + gap + ".")));
        if (item.State is WorkItemState.AwaitingApproval)
        {
            blocks.AddRange(GroundsBlocks.Of(effect.Attempt.Grounds, item.Content?.Origin));
        }

        if (effect.Attempt.Judged is { Answer: EffectJudged.AnswerKind.Deny } denied)
        {
            blocks.Add(new CardBlock.Warning("The policy says no: " + denied.Because));
        }

        if (effect.Attempt.Sentence is { } sentence)
        {
            blocks.Add(effect.Attempt.Phase is EffectPhase.Failed or EffectPhase.Unknown ? new CardBlock.Warning(sentence) : new CardBlock.Text(sentence));
        }
    }

    private static string TitleOf(WorkItem item)
    {
        if (item.Content is null)
        {
            return "Forgotten";
        }

        var title = item.Content.Subject is { Length: > 0 } subject ? subject : FirstLine(item.Content.Text);
        return title.Length > LongestTitle ? string.Concat(title.AsSpan(0, LongestTitle), "…") : title;
    }

    private static string FirstLine(string? text)
    {
        var line = (text ?? string.Empty).AsSpan().TrimStart();
        var end = line.IndexOf('\n');
        var first = (end < 0 ? line : line[..end]).Trim().ToString();
        return first.Length > 0 ? first : "A message without words";
    }

    private static (string Status, CardTone Tone) StatusOf(WorkItemState state) => state switch
    {
        WorkItemState.Working => ("Being worked on", CardTone.Neutral),
        WorkItemState.AwaitingApproval => ("Waiting for your decision", CardTone.Waiting),
        WorkItemState.NeedsAnswer => ("Waiting for your answer", CardTone.Waiting),
        WorkItemState.Performing => ("On its way", CardTone.Neutral),
        WorkItemState.OutcomeUnknown => ("May have happened", CardTone.Trouble),
        WorkItemState.Done => ("Done", CardTone.Done),
        WorkItemState.Rejected => ("Rejected", CardTone.Declined),
        WorkItemState.Expired => ("Expired", CardTone.Declined),
        WorkItemState.Undone => ("Taken back", CardTone.Declined),
        WorkItemState.Forgotten => ("Forgotten", CardTone.Declined),
        _ => ("Failed", CardTone.Trouble),
    };

    private static List<CardAction> ActionsOf(WorkItem item, TimeSpan undoFor)
    {
        var actions = new List<CardAction>(5);
        if (item.CurrentApproval is { IsOpen: true, Nonce: { } nonce } open)
        {
            actions.Add(new CardAction.Decide(DecisionKind.Approve, open.Id, open.Asked.Digest, nonce, open.Confirm));
            actions.Add(new CardAction.Decide(DecisionKind.Reject, open.Id, open.Asked.Digest, nonce, Confirm: null));
            actions.Add(new CardAction.Decide(DecisionKind.Change, open.Id, open.Asked.Digest, nonce, Confirm: null));
        }

        if (item.HasQuestion && item.State is not WorkItemState.Performing)
        {
            actions.Add(new CardAction.Answer(item.Id));
        }

        actions.AddRange(item.Effects.Where(effect => effect.Phase is EffectPhase.Unknown).Select(effect => new CardAction.Settle(item.Id, effect.Id)));
        if ((UndoSend.Stoppable(item)?.HeldUntil ?? TakingBack.OfferedUntil(item, undoFor)) is { } until)
        {
            actions.Add(new CardAction.Undo(item.Id, until));
        }

        actions.Add(new CardAction.Why(item.Id));
        return actions;
    }
}
