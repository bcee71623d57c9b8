using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Schedules;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Support;

/// <summary>Events with the fields that were added after their first version, and the name of the golden file of each.</summary>
internal static class FullSamples
{
    /// <summary>A mail whose attached file was read.</summary>
    private static MessageReceived Attached() => new(new MessageId(Facts.Id(6)), ChannelName.Mail, Authority.External, 20, Raw: null)
    {
        Personal = new MessageReceived.Words(
            new MessageContent
            {
                Origin = ContentOrigin.DirectMail,
                Text = "See attached.",
                Attachments = [new Attachment("invoice.pdf", "application/pdf", 12345, Blob: null) { Text = "Total 300,00 EUR\nDue 2026-12-01" }],
            },
            Raw: null),
    };

    private static MessageReceived Told(Occasion occasion) => new(new MessageId(Facts.Id(6)), ChannelName.Schedule, Authority.System, 0, Raw: null)
    {
        Personal = new MessageReceived.Words(new MessageContent { Origin = ContentOrigin.Program, Text = "What is to be done.", Occasion = occasion }, Raw: null),
    };

    private static readonly RecordId Berg = new("client", "berg");

    public static IReadOnlyDictionary<string, JournalEvent> All { get; } = new Dictionary<string, JournalEvent>
    {
        ["model-money-reserved.full"] = new ModelMoneyReserved(new CommitId(Facts.Id(7)), AgentName.Execution, new Money(12, "EUR"), Some.Moment.AddMinutes(1)) { Exact = 11_250_000_001, WorkItem = new WorkItemId(Facts.Id(9)) },
        ["model-money-settled.full"] = new ModelMoneySettled(new CommitId(Facts.Id(7)), AgentName.Execution, new Money(9, "EUR"))
        {
            Exact = 8_000_000_500,
            WorkItem = new WorkItemId(Facts.Id(9)),
            Model = "gpt-small",
            Prompt = "execution@3f9a0c11",
            InputTokens = 812,
            OutputTokens = 97,
            Outcome = "answered",
        },
        ["preference-learned.full"] = new PreferenceLearned(PreferenceKind.Phrase)
        {
            Agent = AgentName.Sales,
            Language = "en",
            Channel = ChannelName.Web,
            By = "operator",
            Changes = [12, 57],
            Personal = new PreferenceLearned.Words("quote") { Instead = "offer" },
        },
        ["playbook-step-taken.full"] = new PlaybookStepTaken(1, "topic", 6, SkipsNo: true, []) { Until = Some.Moment.AddDays(6), Writes = new RecordId("content-asset", "week-2026-11-23") },
        ["playbook-waits.full"] = new PlaybookWaits(2, "first-wait", 6, Some.Moment.AddDays(7), ForReply: false, []) { LookAt = Some.Moment.AddDays(1) },
        ["message-received.part"] = new MessageReceived(new MessageId(Facts.Id(6)), ChannelName.Mail, Authority.External, 0, Raw: null)
        {
            Personal = new MessageReceived.Words(new MessageContent { Origin = ContentOrigin.DirectMail, Text = "Please also move the meeting.", PartOf = new PartOf(new WorkItemId(Facts.Id(5)), 2, 3) }, Raw: null),
        },
        ["message-received.playbook-edited"] = Told(new Occasion.PlaybookEdited(new RecordId("playbook", "invoice-chase"))),
        ["approval-requested.full"] = Facts.Asked() with
        {
            Tier = 3,
            Records = [new RecordVersion(Berg, 3)],
            Replaces = new ApprovalId(Facts.Id(8)),
            Quiet = true,
            Ladder = [new LadderRung("remind", Some.Moment.AddHours(4)), new LadderRung("channel telegram", Some.Moment.AddHours(8))],
            CoolOffSeconds = 3600,
            Personal = new ApprovalRequested.Words(Facts.Nonce, "1200.50 EUR", [new RecordReliance(Berg, 3, "city", "Köln")], ["city of client/berg was \"Köln\" and is \"Bonn\" now."]),
        },
        ["effect-judged.full"] = new EffectJudged(Facts.Mail, EffectJudged.AnswerKind.Ask, 2, "new-vendor", string.Empty, "policy/main@3")
        {
            Class = "money.pay to vendor",
            Cost = new Money(120_050, "EUR"),
            Spend = "hosting",
            Personal = new EffectJudged.Words(["the vendor is new"], ["known vendors up to 50.00 EUR run without asking"]) { Sentence = "A new vendor is asked." },
        },
        ["effect-requested.full"] = new EffectRequested(Facts.Mail, 1, "aios-" + Facts.Mail, "00112233445566ff", Some.Moment.AddMinutes(1))
        {
            Cost = new Money(120_050, "EUR"),
            Spend = "hosting",
        },
        ["note-kept.full"] = new NoteKept(Facts.Mail)
        {
            Kind = KnowledgeKind.Correction,
            Provenance = Provenance.Operator,
            Supersedes = new KnowledgeId("knowledge/0199a000000070008000000000000003"),
            Personal = new NoteKept.Words("Anna", "Moved to Bonn.")
            {
                Subjects = ["record/client/berg"],
                ValidFrom = Some.Moment,
                ValidTo = Some.Moment.AddDays(1),
            },
        },
        ["policy-adopted.full"] = new PolicyAdopted(3, Facts.Shown, "effect") { Effect = Facts.Mail, Personal = new PolicyAdopted.Words("rules: []\n") },
        ["intent-classified.full"] = new IntentClassified(Category.Newsletter, new Confidence(990), Sure: true, "intake") { DraftFrom = Some.Moment.AddMinutes(1) },
        ["intent-classified.parts"] = new IntentClassified(Category.Payment, new Confidence(800), Sure: true, "intake")
        {
            For = AgentName.Billing,
            Personal = new IntentClassified.Findings([new ExtractedField(FieldName.InvoiceNumber, "88", "Invoice 88") { Record = new RecordId("invoice", "88") }], [], [])
            {
                Parts = [new IntentPart(0, 12, Category.Payment, new Confidence(800)), new IntentPart(12, 9, Category.Meeting, new Confidence(700))],
            },
        },
        ["proposal-drafted.full"] = Drafted(),
        ["proposal-drafted.keeps"] = Drafted() with
        {
            Keeps = true,
            Personal = new ProposalDrafted.Words("Keep it.", [], [], []) { Conflicts = ["A note says 1, the Record says 2, which counts."], Remembered = ["correction 57 (your words)"] },
        },
        ["proposal-drafted.continues"] = Drafted() with { Continues = true },
        ["message-received.proved"] = new MessageReceived(new MessageId(Facts.Id(6)), ChannelName.Mail, Authority.External, 0, Raw: null)
        {
            Answers = new WorkItemId(Facts.Id(9)),
            Personal = new MessageReceived.Words(
                new MessageContent { Origin = ContentOrigin.DirectMail, Text = "Yes.", Proof = SenderProof.Proved, ProofBy = "mx.example", CameBack = true },
                Raw: null),
        },
        ["message-received.attached"] = Attached(),
        ["message-received.fired"] = Told(new Occasion.Fired("daily-digest", FiringKind.Job, "daily-digest", Some.Moment, 2)),
        ["message-received.playbook-called"] = Told(new Occasion.PlaybookCalled(new RecordId("playbook", "invoice-chase"), 3, new RecordId("invoice", "2026-7"))),
        ["message-received.drift-found"] = Told(new Occasion.DriftFound("ledger", new RecordId("invoice", "2026-7"), "paid", 4, null, "2026-11-20")),
        ["question-asked.full"] = new QuestionAsked(Facts.Proposal)
        {
            Record = new RecordId("playbook", "main"),
            Field = "rate",
            Kind = SensitiveKind.Amount,
            Personal = new QuestionAsked.Words("What is your rate?"),
        },
        ["question-answered.full"] = new QuestionAnswered(ChannelName.Telegram, "4711")
        {
            Via = "pending",
            Message = new MessageId(Facts.Id(6)),
            Personal = new QuestionAnswered.Words("900 EUR"),
        },
        ["change-requested.full"] = new ChangeRequested(Facts.Approval, ChannelName.Telegram, "4711") { Via = "reply", Personal = new ChangeRequested.Words("Say Monday.") },
        ["record-written.full"] = new RecordWritten(Berg, 4, Facts.Mail)
        {
            Personal = new RecordWritten.Values(new Dictionary<string, RecordField> { ["city"] = new("Bonn", Provenance.Operator) }) { Removed = ["name"] },
        },
        ["record-written.timed"] = new RecordWritten(Berg, 5, Facts.Mail)
        {
            Source = "connector:bank",
            Personal = new RecordWritten.Values(new Dictionary<string, RecordField> { ["city"] = new("Bonn", Provenance.Operator) })
            {
                ValidFrom = Some.Moment.AddDays(-10),
                ValidTo = Some.Moment.AddDays(20),
                Reason = "She moved.",
            },
        },
        ["record-written.people"] = new RecordWritten(Berg, 4, Facts.Mail)
        {
            Personal = new RecordWritten.Values(new Dictionary<string, RecordField> { ["city"] = new("Bonn", Provenance.Operator) }) { People = ["anna@berg.example"] },
        },
        ["note-kept.people"] = new NoteKept(Facts.Mail) { Personal = new NoteKept.Words("Anna", "Asked for a week in May.") { People = ["anna@berg.example"] } },
    };

    private static ProposalDrafted Drafted()
    {
        var line = Facts.Line(OutcomeClass.Queryable) with { Undo = Undo.Compensable, Compensates = new EffectId(Facts.Id(4)) };
        var grounds = new EffectGrounds
        {
            Counterparty = "anna@berg.example",
            Class = CounterpartyClass.Client,
            Cost = new Money(120_050, "EUR"),
            Spend = "hosting",
            Values = [new GroundedValue(SensitiveKind.Recipient, "to", "anna@berg.example", Provenance.Record, "record client/berg", Berg, 3, "email")],
            Conflicts = ["The amount is 1,200.50 EUR in the message and 1,250.00 EUR in the file."],
        };
        return new ProposalDrafted(Facts.Proposal, AgentName.Kernel, new Confidence(1000), [line])
        {
            Personal = new ProposalDrafted.Words("Take back what was done.", ["you asked for it"], [new Evidence("record client/berg", 3, "Köln", Provenance.Record)], ["{\"args\":{}}"])
            {
                Grounds = [grounds],
            },
        };
    }
}
