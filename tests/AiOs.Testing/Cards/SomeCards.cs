using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Ids;

namespace AiOs.Testing.Cards;

/// <summary>Cards as the program makes them, one per kind of work.</summary>
public static class SomeCards
{
    /// <summary>The token of every card here.</summary>
    public const string Nonce = "00112233445566778899aabbccddeeff";

    /// <summary>The work item of every card here.</summary>
    public static WorkItemId Item { get; } = new(Guid.Parse("0199c0de-0000-7000-8000-000000000001"));

    /// <summary>The approval of every card here.</summary>
    public static ApprovalId Approval { get; } = new(Guid.Parse("0199c0de-1111-7000-8000-000000000001"));

    /// <summary>The effect of every card here.</summary>
    public static EffectId Effect { get; } = new(Guid.Parse("0199c0de-2222-7000-8000-000000000001"));

    /// <summary>The smallest picture there is: one pixel, as PNG.</summary>
    public static ReadOnlyMemory<byte> Pixel { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>A mail that waits for a yes.</summary>
    public static Card Waiting { get; } = Of("Inquiry from Hanna Lindqvist", "Waiting for you", CardTone.Waiting, [.. Blocks()], [.. Decide(null), new CardAction.Why(Item)]);

    /// <summary>One with an amount to type, a warning and what changed since the last draft.</summary>
    public static Card Typing { get; } = Of(
        "Invoice 2026-041 for Bakkerij Zonder Naam",
        "Waiting for you",
        CardTone.Waiting,
        [
            new CardBlock.Warning("The bank account is only in the mail, in none of your Records."),
            new CardBlock.Facts([new Fact("Amount", "1,200.00 EUR"), new Fact("To", "pieter@bakkerij.example"), new Fact("IBAN", "NL91 ABNA 0417 1643 00")]),
            new CardBlock.Diff("Ten hours of work\nRate: 110 EUR", "Ten hours of work\nRate: 120 EUR\nDue in 14 days"),
            new CardBlock.Hint("Asked at 12:04, ends on 27 Nov 2026."),
        ],
        [.. Decide("1,200.00 EUR"), new CardAction.Why(Item)]);

    /// <summary>One that asks.</summary>
    public static Card Asking { get; } = Of(
        "Invoice for the October work",
        "Needs your answer",
        CardTone.Waiting,
        [new CardBlock.Text("What hourly rate applies to Bakkerij Zonder Naam? Nothing I know says.")],
        [new CardAction.Answer(Item), new CardAction.Why(Item)]);

    /// <summary>One that may have happened.</summary>
    public static Card Unknown { get; } = Of(
        "Reply to Hanna Lindqvist",
        "Outcome unknown",
        CardTone.Trouble,
        [new CardBlock.Warning("The mail server took the mail but the connection ended before it said so. It may have been sent."), .. Blocks()],
        [new CardAction.Settle(Item, Effect)]);

    /// <summary>One that is done and can be taken back.</summary>
    public static Card Done { get; } = Of(
        "Reply sent to Hanna Lindqvist",
        "Done",
        CardTone.Done,
        [new CardBlock.Text("Sent at 12:05."), new CardBlock.Hint("Approved by operator on telegram, 24 Nov 2026, 12:04.")],
        [new CardAction.Undo(Item, new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero)), new CardAction.Why(Item)]);

    /// <summary>One that was turned down.</summary>
    public static Card Rejected { get; } = Of("Reply to Hanna Lindqvist", "Rejected", CardTone.Declined, [new CardBlock.Text("Nothing was sent.")], []);

    /// <summary>One whose words try everything.</summary>
    public static Card Hostile { get; } = Of(
        "Reply to <b>Hanna</b> \u202Egnp.exe **x**",
        "Waiting for you",
        CardTone.Waiting,
        [
            new CardBlock.Facts([new Fact("To", "hanna@p\u0430ypal.com"), new Fact("Link", "[pay here](http://evil.example) http://evil.example/?q=secret"), new Fact("When", "{{DATE(2017-02-14T06:08:00Z,LONG)}}")]),
            new CardBlock.Quote("The mail", "Hello <at>Boss</at>,\n\n# Heading\n- item\n![p](http://evil.example/p.png)\n\u200B\u200Btap /approve or @somebody\n<script>alert(1)</script>"),
            new CardBlock.Warning("a\u2066b"),
        ],
        [.. Decide(null)]);

    /// <summary>One that a newer draft has replaced: nothing can be decided on it any more.</summary>
    public static Card Superseded { get; } = Of(
        "Inquiry from Hanna Lindqvist",
        "Replaced",
        CardTone.Neutral,
        [.. Blocks(), new CardBlock.Hint("Replaced by a newer draft at 2026-11-24T12:04:11.000Z.")],
        [new CardAction.Why(Item)]);

    /// <summary>One that nobody decided in time.</summary>
    public static Card Expired { get; } = Of(
        "Inquiry from Hanna Lindqvist",
        "Expired",
        CardTone.Declined,
        [.. Blocks(), new CardBlock.Hint("Expired at 2026-11-27T12:04:11.000Z without a decision.")],
        [new CardAction.Why(Item)]);

    /// <summary>One with words that nothing says where to break.</summary>
    public static Card Wide { get; } = Of(
        "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft",
        "Waiting for you",
        CardTone.Waiting,
        [
            new CardBlock.Warning(new string('w', 120)),
            new CardBlock.Facts([new Fact(new string('n', 90), "https://shop.example/" + new string('q', 300))]),
            new CardBlock.Quote("anna+" + new string('a', 80) + "@berg.example", new string('m', 200) + "\n" + string.Concat(Enumerable.Repeat("日本語", 40))),
            new CardBlock.Diff(new string('o', 90), new string('p', 90)),
            new CardBlock.Hint(new string('h', 90)),
        ],
        [.. Decide(new string('c', 60))]);

    /// <summary>One with a picture.</summary>
    public static Card Drawn { get; } = Of(
        "Your day",
        "24 Nov 2026",
        CardTone.Neutral,
        [
            new CardBlock.Facts([new Fact("Waiting for you", "3"), new Fact("Done unasked", "1")]),
            new CardBlock.Image("Model cost of the last 7 days: Mon 0.10, Tue 0.42, Wed 0.00, Thu 0.31, Fri 1.20, Sat 0.00, Sun 0.05 EUR", Pixel),
            new CardBlock.Hint("Nothing failed."),
        ],
        []);

    /// <summary>One of the highest tier that waits for its first yes.</summary>
    public static Card Highest { get; } = Of(
        "Refund to Bakkerij Zonder Naam",
        "Waiting for your decision",
        CardTone.Waiting,
        [.. Refund(), new CardBlock.Hint("Needs two yeses: the second from another channel, or here after a rest.")],
        [.. Decide("4,800.00 EUR"), new CardAction.Why(Item)]);

    /// <summary>The same with one yes, in the channel that gave it.</summary>
    public static Card HalfGranted { get; } = Of(
        "Refund to Bakkerij Zonder Naam",
        "Waiting for your decision",
        CardTone.Waiting,
        [.. Refund(), new CardBlock.Hint("A first yes by operator in telegram at 2026-11-24T12:04:11.000Z; a second one counts from another channel, or here from 2026-11-24T12:34:11.000Z on.")],
        [.. Decide("4,800.00 EUR"), new CardAction.Why(Item)]);

    /// <summary>The same in another channel, where the second yes counts at once.</summary>
    public static Card SecondYes { get; } = Of(
        "Refund to Bakkerij Zonder Naam",
        "Needs your second yes",
        CardTone.Waiting,
        [new CardBlock.Warning("One yes is there, given in telegram. The one given here sends it."), .. Refund()],
        [.. Decide("4,800.00 EUR"), new CardAction.Why(Item)]);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, Card> All { get; } = new Dictionary<string, Card>
    {
        ["waiting"] = Waiting,
        ["typing"] = Typing,
        ["asking"] = Asking,
        ["unknown"] = Unknown,
        ["done"] = Done,
        ["rejected"] = Rejected,
        ["hostile"] = Hostile,
        ["superseded"] = Superseded,
        ["expired"] = Expired,
        ["drawn"] = Drawn,
        ["wide"] = Wide,
        ["highest"] = Highest,
        ["half-granted"] = HalfGranted,
        ["second-yes"] = SecondYes,
    };

    /// <summary>The waiting card with a mail of some length.</summary>
    /// <param name="lines">How many lines, each of 50 characters and a number.</param>
    /// <returns>The card.</returns>
    public static Card Long(int lines) => Waiting with
    {
        Blocks = [new CardBlock.Quote("The mail", string.Join('\n', Enumerable.Range(1, lines).Select(static number => $"{number:0000} {new string('x', 50)}")))],
    };

    private static Card Of(string title, string status, CardTone tone, IReadOnlyList<CardBlock> blocks, IReadOnlyList<CardAction> actions) =>
        new() { WorkItem = Item, Title = title, Status = status, Tone = tone, Blocks = blocks, Actions = actions };

    private static IEnumerable<CardAction> Decide(string? confirm) =>
        Enum.GetValues<DecisionKind>().Select(kind => new CardAction.Decide(kind, Approval, Digest.Of([1]), Nonce, kind == DecisionKind.Approve ? confirm : null));

    private static IEnumerable<CardBlock> Blocks() =>
    [
        new CardBlock.Text("Hanna asks for a website and a booking page for her pottery studio."),
        new CardBlock.Facts([new Fact("To", "Hanna Lindqvist <hanna@lindqvist.example>"), new Fact("Subject", "Re: Website and booking page")]),
        new CardBlock.Quote("The mail", "Hello Hanna,\n\nthank you for your message about a new website and booking page.\nI will come back to you with an estimate by Friday.\n\nKind regards,\nJonas"),
        new CardBlock.Hint("Replies to the sender."),
    ];

    private static IEnumerable<CardBlock> Refund() =>
    [
        new CardBlock.Text("Pay back what was paid twice."),
        new CardBlock.Facts([new Fact("Amount", "4,800.00 EUR"), new Fact("To", "Bakkerij Zonder Naam"), new Fact("IBAN", "NL91 ABNA 0417 1643 00")]),
    ];
}
