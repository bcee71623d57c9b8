namespace AiOs.Contracts.Events;

/// <summary>One kind of event as it is written.</summary>
/// <param name="Name">The name in the journal.</param>
/// <param name="Version">The version of its shape; a new version is a new line here, and the old one stays.</param>
/// <param name="ClearType">The type of the whole event.</param>
/// <param name="PersonalType">The type of its sealed part, if it has one.</param>
public sealed record EventType(string Name, int Version, Type ClearType, Type? PersonalType)
{
    /// <summary>Every kind of event there is. A golden file holds each of them fast.</summary>
    public static IReadOnlyList<EventType> All { get; } =
    [
        new("approval-expired", 1, typeof(ApprovalExpired), null),
        new("approval-granted", 1, typeof(ApprovalGranted), null),
        new("approval-rejected", 1, typeof(ApprovalRejected), typeof(ApprovalRejected.Words)),
        new("approval-requested", 1, typeof(ApprovalRequested), typeof(ApprovalRequested.Words)),
        new("change-requested", 1, typeof(ChangeRequested), typeof(ChangeRequested.Words)),
        new("effect-failed", 1, typeof(EffectFailed), typeof(EffectFailed.Words)),
        new("effect-judged", 1, typeof(EffectJudged), typeof(EffectJudged.Words)),
        new("effect-outcome-unknown", 1, typeof(EffectOutcomeUnknown), typeof(EffectOutcomeUnknown.Words)),
        new("effect-requested", 1, typeof(EffectRequested), null),
        new("effect-settled", 1, typeof(EffectSettled), null),
        new("effect-succeeded", 1, typeof(EffectSucceeded), typeof(EffectSucceeded.Words)),
        new("note-kept", 1, typeof(NoteKept), typeof(NoteKept.Words)),
        new("note-withdrawn", 1, typeof(NoteWithdrawn), null),
        new("record-written", 1, typeof(RecordWritten), typeof(RecordWritten.Values)),
        new("intent-classified", 1, typeof(IntentClassified), typeof(IntentClassified.Findings)),
        new("message-received", 1, typeof(MessageReceived), typeof(MessageReceived.Words)),
        new("message-refused", 1, typeof(MessageRefused), null),
        new("proposal-drafted", 1, typeof(ProposalDrafted), typeof(ProposalDrafted.Words)),
        new("question-answered", 1, typeof(QuestionAnswered), typeof(QuestionAnswered.Words)),
        new("question-asked", 1, typeof(QuestionAsked), typeof(QuestionAsked.Words)),
        new("work-item-finished", 1, typeof(WorkItemFinished), null),
        new("work-item-opened", 1, typeof(WorkItemOpened), null),
        new("workspace-opened", 1, typeof(WorkspaceOpened), null),
        new("approval-escalated", 1, typeof(ApprovalEscalated), null),
        new("approval-half-granted", 1, typeof(ApprovalHalfGranted), typeof(ApprovalHalfGranted.Words)),
        new("approval-voided", 1, typeof(ApprovalVoided), typeof(ApprovalVoided.Words)),
        new("undo-requested", 1, typeof(UndoRequested), null),
        new("effect-postponed", 1, typeof(EffectPostponed), typeof(EffectPostponed.Words)),
        new("effect-in-doubt", 1, typeof(EffectInDoubt), null),
        new("agent-failed", 1, typeof(AgentFailed), null),
        new("workspace-frozen", 1, typeof(WorkspaceFrozen), null),
        new("workspace-resumed", 1, typeof(WorkspaceResumed), null),
        new("policy-adopted", 1, typeof(PolicyAdopted), typeof(PolicyAdopted.Words)),
        new("autonomy-offered", 1, typeof(AutonomyOffered), null),
        new("autonomy-accepted", 1, typeof(AutonomyAccepted), null),
        new("autonomy-revoked", 1, typeof(AutonomyRevoked), null),
        new("model-money-reserved", 1, typeof(ModelMoneyReserved), null),
        new("model-money-settled", 1, typeof(ModelMoneySettled), null),
        new("record-merged", 1, typeof(RecordMerged), typeof(RecordMerged.Words)),
        new("record-unmerged", 1, typeof(RecordUnmerged), null),
        new("correction-withdrawn", 1, typeof(CorrectionWithdrawn), null),
        new("fact-awaited", 1, typeof(FactAwaited), null),
        new("person-forgotten", 1, typeof(PersonForgotten), null),
        new("forgetting-completed", 1, typeof(ForgettingCompleted), null),
        new("work-item-forgotten", 1, typeof(WorkItemForgotten), null),
        new("workspace-restored", 1, typeof(WorkspaceRestored), null),
        new("work-item-restored", 1, typeof(WorkItemRestored), null),
        new("device-paired", 1, typeof(DevicePaired), null),
        new("device-revoked", 1, typeof(DeviceRevoked), null),
        new("message-held", 1, typeof(MessageHeld), typeof(MessageHeld.Words)),
        new("message-routed", 1, typeof(MessageRouted), null),
        new("answer-withdrawn", 1, typeof(AnswerWithdrawn), null),
        new("command-taken", 1, typeof(CommandTaken), null),
        new("reply-received", 1, typeof(ReplyReceived), null),
        new("playbook-step-taken", 1, typeof(PlaybookStepTaken), null),
        new("playbook-waits", 1, typeof(PlaybookWaits), null),
        new("playbook-answered", 1, typeof(PlaybookAnswered), typeof(PlaybookAnswered.Words)),
        new("playbook-stopped", 1, typeof(PlaybookStopped), null),
        new("effect-held", 1, typeof(EffectHeld), null),
        new("preference-learned", 1, typeof(PreferenceLearned), typeof(PreferenceLearned.Words)),
    ];
}
