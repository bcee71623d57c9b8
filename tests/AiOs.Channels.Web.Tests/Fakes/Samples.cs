using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;

namespace AiOs.Channels.Web.Tests.Fakes;

/// <summary>Work items in each state, as the kernel would show them.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public const string MailText = """
        To: Hanna Lindqvist <hanna.lindqvist@example.com>
        Subject: Re: Website and booking page for our pottery studio

        Hello Hanna,

        thank you for your message about a new website and booking page for
        Studio Kleivorm. I have read it and will come back to you with an
        estimate and a possible start.

        Kind regards,
        Jonas
        """;

    public static WorkItemId Id(int number) => new(Guid.Parse($"0199c0de-0000-7000-8000-{number:x12}"));

    public static ApprovalId Approval(int number) => new(Guid.Parse($"0199c0de-1111-7000-8000-{number:x12}"));

    public static EffectId Effect(int number) => new(Guid.Parse($"0199c0de-2222-7000-8000-{number:x12}"));

    public static Digest DigestOf(int number) => Digest.Of([(byte)number, 1]);

    public static WorkItemView Waiting(int number) => Base(number, WorkItemState.AwaitingApproval, "Waiting for you", CardTone.Waiting) with
    {
        Approvals = [Open(number)],
        Effects = [Reply(number, "proposed", null)],
        Card = Card(number, "Inquiry from Hanna Lindqvist", "Waiting for you", CardTone.Waiting) with
        {
            Blocks = [.. Understood, .. Proposed],
            Actions =
            [
                new CardAction.Decide(DecisionKind.Approve, Approval(number), DigestOf(number), "00112233445566778899aabbccddeeff", null),
                new CardAction.Decide(DecisionKind.Reject, Approval(number), DigestOf(number), "00112233445566778899aabbccddeeff", null),
                new CardAction.Decide(DecisionKind.Change, Approval(number), DigestOf(number), "00112233445566778899aabbccddeeff", null),
                new CardAction.Why(Id(number)),
            ],
        },
    };

    /// <summary>A card of tier 2, or of a higher one.</summary>
    public static WorkItemView Typing(int number, int tier = 2, string? half = null)
    {
        var item = Waiting(number);
        return item with
        {
            Approvals = [Open(number) with { Tier = tier, Confirm = "1200.00 EUR", Decided = half }],
            Card = item.Card with { Actions = [.. item.Card.Actions.Select(action => action is CardAction.Decide { Kind: DecisionKind.Approve } yes ? yes with { Confirm = "1200.00 EUR" } : action)] },
        };
    }

    /// <summary>Something done that can still be taken back.</summary>
    public static WorkItemView Undoable(int number)
    {
        var item = Done(number);
        return item with { Card = item.Card with { Actions = [new CardAction.Undo(Id(number), Noon.AddHours(24)), new CardAction.Why(Id(number))] } };
    }

    public static WorkItemView Asking(int number) => Base(number, WorkItemState.NeedsAnswer, "Needs your answer", CardTone.Waiting) with
    {
        Question = "What hourly rate applies to Bakkerij Zonder Naam? Nothing I know says.",
        Card = Card(number, "Invoice for the October work", "Needs your answer", CardTone.Waiting) with
        {
            Blocks = [new CardBlock.Text("Pieter asks for the October invoice. Without a rate it would have a gap, so nothing is proposed yet.")],
            Actions = [new CardAction.Answer(Id(number)), new CardAction.Why(Id(number))],
        },
    };

    public static WorkItemView Done(int number) => Base(number, WorkItemState.Done, "Done", CardTone.Done) with
    {
        Approvals = [Open(number) with { State = "granted", Decided = "Approved by operator on web, 24 Nov 2026, 12:04" }],
        Effects = [Reply(number, "done", "Not sent, written to data/outbox/2026-11-24-1.eml")],
        Card = Card(number, "Reply sent to Hanna Lindqvist", "Done", CardTone.Done) with
        {
            Blocks = [new CardBlock.Text("Not sent, written to data/outbox/2026-11-24-1.eml."), .. Proposed],
        },
    };

    public static WorkItemView Rejected(int number) => Base(number, WorkItemState.Rejected, "Rejected", CardTone.Declined) with
    {
        Approvals = [Open(number) with { State = "rejected", Decided = "Rejected by operator on web, 24 Nov 2026, 11:51: we are full until March" }],
        Effects = [Reply(number, "withdrawn", null)],
        Card = Card(number, "Reply to Hanna Lindqvist", "Rejected", CardTone.Declined) with { Blocks = [new CardBlock.Text("Nothing was sent.")] },
    };

    public static WorkItemView Unknown(int number) => Base(number, WorkItemState.OutcomeUnknown, "Outcome unknown", CardTone.Trouble) with
    {
        Approvals = [Open(number) with { State = "granted", Decided = "Approved by operator on web, 24 Nov 2026, 11:40" }],
        Effects = [Reply(number, "unknown", "The mail server took the mail but the connection ended before it said so.")],
        Card = Card(number, "Reply to Hanna Lindqvist", "Outcome unknown", CardTone.Trouble) with
        {
            Blocks = [new CardBlock.Warning("The mail server took the mail but the connection ended before it said so. It may have been sent."), .. Proposed],
            Actions = [new CardAction.Settle(Id(number), Effect(number))],
        },
    };

    public static WorkItemView Typed(int number, string text) => Base(number, WorkItemState.Done, "Noted", CardTone.Neutral) with
    {
        Authority = Authority.Operator,
        Message = new MessageContent { Origin = ContentOrigin.Typed, Text = text },
        Card = Card(number, "Noted", "Noted", CardTone.Neutral) with { Blocks = [new CardBlock.Text("Kept as a note.")] },
    };

    public static ApprovalView Open(int number) =>
        new(Approval(number), DigestOf(number), "open", Noon.AddDays(3), null, [Reply(number, "proposed", null)]) { Nonce = "00112233445566778899aabbccddeeff" };

    public static EffectView Reply(int number, string outcome, string? detail) => new(
        Effect(number),
        EffectKind.EmailSend,
        "Send a mail to hanna.lindqvist@example.com",
        MailText,
        DigestOf(number),
        [],
        outcome,
        detail);

    public static Card Card(int number, string title, string status, CardTone tone) =>
        new() { WorkItem = Id(number), Title = title, Status = status, Tone = tone };

    private static IReadOnlyList<CardBlock> Understood =>
    [
        new CardBlock.Text("Somebody new asks for a website with a booking page and wants to know price and start."),
        new CardBlock.Facts([new Fact("Budget", "4500.00 EUR"), new Fact("Company", "Studio Kleivorm"), new Fact("Phone", "+31 30 555 01 42")]),
    ];

    private static IReadOnlyList<CardBlock> Proposed =>
    [
        new CardBlock.Facts([new Fact("Send a mail to", "Hanna Lindqvist <hanna.lindqvist@example.com>"), new Fact("Subject", "Re: Website and booking page for our pottery studio")]),
        new CardBlock.Quote("The mail, whole", MailText[(MailText.IndexOf("Hello", StringComparison.Ordinal))..]),
        new CardBlock.Hint("It replies to the sender of the message."),
    ];

    private static WorkItemView Base(int number, WorkItemState state, string status, CardTone tone) => new()
    {
        Id = Id(number),
        Version = 4,
        State = state,
        OpenedAt = Noon.AddMinutes(number),
        ChangedAt = Noon.AddMinutes(number + 3),
        Channel = ChannelName.Web,
        Authority = Authority.External,
        Message = Message,
        Intent = Intent,
        Card = Card(number, "Title", status, tone),
        Why = Card(number, "Why", status, tone) with
        {
            Blocks =
            [
                new CardBlock.Text("Rule reputation-asks: whatever speaks for you to somebody outside is asked first."),
                new CardBlock.Facts([new Fact("Category", "inquiry, 93 %"), new Fact("Seen", "\"what something like that would cost\"")]),
            ],
        },
    };

    public static MessageContent Message => new()
    {
        Origin = ContentOrigin.InlineForward,
        Sender = new Mailbox("Hanna Lindqvist", "hanna.lindqvist@example.com"),
        Forwarder = new Mailbox("Jonas Veld", "jonas@example.com"),
        Subject = "Website and booking page for our pottery studio",
        SentAt = Noon.AddHours(-3),
        Note = "Can we fit this in?",
        Text = """
            Hello,

            a friend showed us the site you built for her bakery, and we would love to
            work with you. We run a small pottery studio in Utrecht and need a new
            website with a page where people can book a course: about six pages, in
            Dutch and English.

            Could you tell us what something like that would cost, and when you would
            be able to start? Our budget is around 4,500 EUR.

            Kind regards,
            Hanna Lindqvist
            Studio Kleivorm
            """,
        Attachments = [new Attachment("studio.jpg", "image/jpeg", 48213, null)],
        Warnings = ["The sender is claimed by the forwarded text alone."],
    };

    public static Intent Intent => new()
    {
        Category = Category.Inquiry,
        Confidence = new Confidence(930),
        Sure = true,
        Fields =
        [
            new ExtractedField(FieldName.Company, "Studio Kleivorm", "Studio Kleivorm"),
            new ExtractedField(FieldName.Amount, "4500.00 EUR", "around 4,500 EUR", new Money(450000, "EUR")),
            new ExtractedField(FieldName.Email, "hanna.lindqvist@example.com", "hanna.lindqvist@example.com"),
        ],
        Reasons = ["asks what it would cost", "asks when work could start", "the sender is not a client"],
        Alternatives = [new CategoryScore(Category.ClientRequest, new Confidence(41))],
    };
}
