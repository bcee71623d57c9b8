using System.Text.Json;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Json;
using AiOs.Kernel.Journal.Chain;

namespace AiOs.Kernel.Desk;

/// <summary>Tells commits to people.</summary>
internal static class Timeline
{
    public static IEnumerable<TimelineEntry> Of(Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            var (title, detail) = Tell(happened);
            yield return new TimelineEntry(commit.Position, commit.At, EventCodec.TypeOf(happened).Name, title, detail);
        }
    }

    public static JournalRow RowOf(StoredCommit stored)
    {
        using var document = JsonDocument.Parse(stored.Bytes);
        var root = document.RootElement;
        return new JournalRow(
            stored.Position,
            root.GetProperty("at"u8).GetDateTimeOffset(),
            stored.Stream,
            stored.Version,
            [.. root.GetProperty("events"u8).EnumerateArray().Select(happened => happened.GetProperty("type"u8).GetString()!)],
            stored.Hash);
    }

    private static (string Title, string? Detail) Tell(JournalEvent happened) => happened switch
    {
        MessageReceived { Personal.Content.PartOf: { } part } => ($"Part {part.Number} of {part.Count} of a message was taken out of it", part.Parent.ToString()),
        MessageReceived received => ($"A message came in by {received.Channel}", received.Personal?.Content.Sender?.ToString()),
        WorkItemOpened => ("A work item was opened", null),
        IntentClassified classified => ($"Understood as {KebabEnumConverter<Category>.ToText(classified.Category)}", $"{classified.Confidence.Permille / 10} % sure, by {classified.By}"),
        ProposalDrafted drafted => ($"The {drafted.Agent} agent proposed something", drafted.Personal?.Summary),
        EffectJudged judged => ($"Policy: {KebabEnumConverter<EffectJudged.AnswerKind>.ToText(judged.Answer)}", $"{judged.Rule}: {judged.Because}"),
        QuestionAsked asked => ("You were asked something", asked.Personal?.Text),
        QuestionAnswered answered => ("You answered", answered.Personal?.Text),
        AnswerWithdrawn => ("You said that this was no answer to it", null),
        ApprovalRequested requested => ("You were asked to decide", "SHA-256 " + requested.Digest),
        _ => TellOfDecision(happened),
    };

    private static (string Title, string? Detail) TellOfDecision(JournalEvent happened) => happened switch
    {
        ApprovalGranted granted => ($"Approved by {granted.By} in {granted.Channel}", "SHA-256 " + granted.Digest),
        ApprovalRejected rejected => ($"Rejected by {rejected.By} in {rejected.Channel}", rejected.Personal?.Reason),
        ChangeRequested changed => ($"A change was asked for by {changed.By} in {changed.Channel}", changed.Personal?.Text),
        ApprovalExpired => ("The card expired without a decision", null),
        EffectRequested requested => ($"Attempt {requested.Attempt} was recorded, before anything was called", "Key " + requested.Key),
        EffectSucceeded succeeded => ("It happened", succeeded.Personal?.Sentence),
        EffectFailed failed => ("It did not happen", failed.Personal?.Sentence),
        EffectOutcomeUnknown unknown => ("Nobody can tell whether it happened", unknown.Personal?.Sentence),
        EffectSettled settled => ($"You said what became of it: {KebabEnumConverter<Contracts.Effects.Settlement>.ToText(settled.Settlement)}", $"by {settled.By} in {settled.Channel}"),
        _ => TellOfTrouble(happened),
    };

    private static (string Title, string? Detail) TellOfTrouble(JournalEvent happened) => happened switch
    {
        ApprovalHalfGranted half => ($"A first yes by {half.By} in {half.Channel}; a second one is needed", "SHA-256 " + half.Digest),
        ApprovalVoided voided => ("The card became void", string.Join(' ', voided.Personal?.Differences ?? [])),
        ApprovalEscalated escalated => ($"Nobody answered: {escalated.By}", null),
        EffectHeld held => ("It rests, so that it can still be stopped", "until " + InstantConverter.ToText(held.Until)),
        EffectPostponed postponed => ("It is tried again later", postponed.Personal?.Sentence),
        EffectInDoubt => ("The answer was lost; it will be found out what became of it", null),
        ReplyReceived reply => ("Somebody answered", reply.Reply.ToString()),
        PlaybookStepTaken taken => ($"Step {taken.Step} of {taken.Of}: {taken.Name}", null),
        PlaybookWaits waits => ($"Step {waits.Step} of {waits.Of}: {waits.Name}", $"waits until {InstantConverter.ToText(waits.Until)} at the latest"),
        PlaybookAnswered answered => ($"The answer is kept as {answered.Name}", answered.Personal?.Text),
        PlaybookStopped stopped => ($"{stopped.By} in {stopped.Channel} stopped it", null),
        FactAwaited awaited => ($"Waits for {awaited.Field} of {awaited.Record}", $"asked for by {awaited.AskedBy}"),
        AgentFailed failed => ($"The {failed.Agent} agent returned nothing usable", null),
        UndoRequested undo => ($"{undo.By} in {undo.Channel} wants it taken back", null),
        WorkItemForgotten => ("Whom this is about was forgotten", null),
        WorkItemRestored => ("It came back with an older copy of the workspace", null),
        WorkItemFinished finished => ($"Finished: {KebabEnumConverter<WorkItemState>.ToText(finished.State)}", null),
        _ => (EventCodec.TypeOf(happened).Name, null),
    };
}
