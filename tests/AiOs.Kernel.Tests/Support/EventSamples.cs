using AiOs.Contracts.Approvals;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Context;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Support;

/// <summary>One event of each kind with every field filled that its first version had.</summary>
internal static class EventSamples
{
    public static IReadOnlyList<JournalEvent> All { get; } =
    [
        new ApprovalExpired(Facts.Approval),
        new ApprovalGranted(Facts.Approval, Facts.Shown, ChannelName.Web, "operator"),
        new ApprovalRejected(Facts.Approval, Facts.Shown, ChannelName.Web, "operator") { Personal = new ApprovalRejected.Words("too dear") },
        Facts.Asked() with { Effects = [Facts.Mail, new EffectId(Facts.Id(4))], Personal = null },
        new ChangeRequested(Facts.Approval, ChannelName.Web, "operator") { Personal = new ChangeRequested.Words("Say Monday.") },
        new EffectFailed(Facts.Mail, 1, MayRetry: true) { Personal = new EffectFailed.Words("The server said no.") },
        new EffectJudged(Facts.Mail, EffectJudged.AnswerKind.Ask, 1, "reputation-asks", "Nothing leaves in your name before you said yes.", "default-1"),
        new EffectOutcomeUnknown(Facts.Mail, 1) { Personal = new EffectOutcomeUnknown.Words("The line went dead.") },
        new EffectRequested(Facts.Mail, 1, "aios-" + Facts.Mail, "00112233445566ff", Some.Moment.AddMinutes(1)),
        new EffectSettled(Facts.Mail, Settlement.DidNotHappen, ChannelName.Web, "operator"),
        new EffectSucceeded(Facts.Mail, 2) { Personal = new EffectSucceeded.Words("<1@aios.example>", "Sent to anna@berg.example.") },
        new NoteKept(Facts.Mail) { Personal = new NoteKept.Words("Anna", "Asked for a week in May.") },
        new NoteWithdrawn(Facts.Mail),
        new RecordWritten(new RecordId("client", "berg"), 3, Facts.Mail)
        {
            Personal = new RecordWritten.Values(new Dictionary<string, RecordField> { ["city"] = new("Köln", Provenance.External), ["name"] = new("Berg \"GmbH\"", Provenance.Operator) }),
        },
        Classified(),
        Received(),
        new MessageRefused(new MessageId(Facts.Id(6)), ChannelName.Mail, "truncated", 61_000_000),
        Drafted(),
        new QuestionAnswered(ChannelName.Web, "operator") { Personal = new QuestionAnswered.Words("900 EUR") },
        new QuestionAsked(Facts.Proposal) { Personal = new QuestionAsked.Words("What does a week cost?") },
        new WorkItemFinished(WorkItemState.Rejected),
        new WorkItemOpened(new MessageId(Facts.Id(6))),
        new WorkspaceOpened("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE"),
        new ApprovalEscalated(Facts.Approval, 2, "remind"),
        new ApprovalHalfGranted(Facts.Approval, Facts.Shown, ChannelName.Web, "operator", Some.Moment.AddHours(1)) { Personal = new ApprovalHalfGranted.Words("ffeeddccbbaa99887766554433221100") },
        new ApprovalVoided(Facts.Approval, "record-changed") { Personal = new ApprovalVoided.Words(["city of client/berg was \"Köln\" and is \"Bonn\" now."]) },
        new UndoRequested(Facts.Proposal, ChannelName.Web, "operator"),
        new EffectPostponed(Facts.Mail, 1, Some.Moment.AddSeconds(30), Called: true) { Personal = new EffectPostponed.Words("The server is busy.") },
        new EffectInDoubt(Facts.Mail, 1, Some.Moment.AddMinutes(2), 0),
        new AgentFailed(AgentName.Execution, "unusable-result"),
        new WorkspaceFrozen(ChannelName.Web, "operator"),
        new WorkspaceResumed(ChannelName.Web, "operator"),
        new PolicyAdopted(2, Facts.Shown, "file") { Personal = new PolicyAdopted.Words("rules: []\n") },
        new AutonomyOffered("email.send to client", 20, 20, Some.Moment.AddDays(-30)),
        new AutonomyAccepted("email.send to client", ChannelName.Web, "operator"),
        new AutonomyRevoked("email.send to client", ChannelName.Web, "operator"),
        new ModelMoneyReserved(new CommitId(Facts.Id(7)), AgentName.Execution, new Money(12, "EUR"), Some.Moment.AddMinutes(1)),
        new ModelMoneySettled(new CommitId(Facts.Id(7)), AgentName.Execution, new Money(9, "EUR")),
        new RecordMerged(new RecordId("client", "berg-2"), 3, Facts.Mail, new RecordId("client", "berg")) { Personal = new RecordMerged.Words(["anna@berg.example"]) },
        new RecordUnmerged(new RecordId("client", "berg-2"), 4, Facts.Mail),
        new CorrectionWithdrawn(57, ChannelName.Web, "operator"),
        new FactAwaited(Facts.Proposal, new RecordId("playbook", "main"), "rate", new WorkItemId(Facts.Id(9))),
        new PersonForgotten("00112233445566778899aabbccddeeff", ["0f1e2d3c4b5a69788796a5b4c3d2e1f0"], [new RecordId("client", "berg")], 7, ChannelName.Web, "operator"),
        new ForgettingCompleted("00112233445566778899aabbccddeeff", 7),
        new WorkItemForgotten("00112233445566778899aabbccddeeff"),
        new WorkspaceRestored("ffeeddccbbaa99887766554433221100", 41, 57, ChannelName.Web, "operator"),
        new WorkItemRestored("ffeeddccbbaa99887766554433221100"),
        new DevicePaired(ChannelName.Telegram, "4711"),
        new DeviceRevoked(ChannelName.Telegram, "4711", ChannelName.Web, "operator"),
        new MessageHeld(new MessageId(Facts.Id(6)), ChannelName.Telegram, "4711") { Personal = new MessageHeld.Words("Say Monday.", new ChatOrigin("4711", "17")) },
        new MessageRouted(new MessageId(Facts.Id(6)), new WorkItemId(Facts.Id(9)), "button"),
        new AnswerWithdrawn(new MessageId(Facts.Id(6)), ChannelName.Telegram, "4711"),
        new CommandTaken(ChannelName.Telegram, "4711", "freeze"),
        new ReplyReceived(new WorkItemId(Facts.Id(8))),
        new PlaybookStepTaken(1, "friendly-reminder", 6, SkipsNo: false, [new RecordVersion(new RecordId("invoice", "2026-17"), 3)]),
        new PlaybookWaits(2, "first-wait", 6, Some.Moment.AddDays(7), ForReply: true, [new RecordVersion(new RecordId("invoice", "2026-17"), 3)]),
        new PlaybookAnswered(5, "decide") { Personal = new PlaybookAnswered.Words("Write it off.") },
        new PlaybookStopped(ChannelName.Web, "operator"),
        new EffectHeld(Facts.Mail, Some.Moment.AddSeconds(30)),
        new PreferenceLearned(PreferenceKind.Closing) { Personal = new PreferenceLearned.Words("Best,\nJo") },
    ];

    private static IntentClassified Classified() => new(Category.InvoiceReceived, new Confidence(930), Sure: true, "intake")
    {
        Personal = new IntentClassified.Findings(
            [new ExtractedField(FieldName.Amount, "1200.50 EUR", "1.200,50 €", new Money(120_050, "EUR")), new ExtractedField(FieldName.InvoiceNumber, "2026-17", "Nr. 2026-17")],
            ["names an invoice"],
            [new CategoryScore(Category.Payment, new Confidence(40))]),
    };

    private static MessageReceived Received()
    {
        var content = new MessageContent
        {
            Origin = ContentOrigin.InlineForward,
            Sender = Some.Anna,
            Recipients = [new Mailbox(null, "me@example.org")],
            Copied = [new Mailbox("Ben", "ben@berg.example")],
            Subject = "Rechnung \u2028 & <b>",
            SentAt = new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.FromHours(1)),
            SentAtText = "Friday",
            Text = "Dear \ud83d\ude00,\n\tsee \"attached\".",
            Note = "please pay",
            Forwarder = new Mailbox(null, "me@example.org"),
            MailId = "1@example.org",
            OriginalMailId = "2@berg.example",
            References = ["0@berg.example"],
            Attachments = [new Attachment("invoice.pdf", "application/pdf", 12_345, new BlobRef(new StreamId("work/0199a000000070008000000000000005"), Facts.Shown))],
            Automatic = true,
            Warnings = ["The date has no time zone."],
        };
        return new MessageReceived(new MessageId(Facts.Id(6)), ChannelName.Mail, Authority.External, 20_000, new BlobRef(new StreamId("work/0199a000000070008000000000000005"), Facts.Shown))
        {
            Personal = new MessageReceived.Words(content, "From: anna\r\n\u00e9"),
        };
    }

    private static ProposalDrafted Drafted() => new(Facts.Proposal, AgentName.Execution, new Confidence(800), [Facts.Line(), Facts.Line(OutcomeClass.Keyed, gaps: 2, new EffectId(Facts.Id(4)))])
    {
        Personal = new ProposalDrafted.Words(
            "Answer Anna.",
            ["she asked"],
            [new Evidence("record client/berg", 3, "Köln", Provenance.Record), new Evidence("message", null, "What does a week cost?", Provenance.External)],
            ["{\"args\":{}}", "{\"args\":{\"a\":1}}"]),
    };
}
