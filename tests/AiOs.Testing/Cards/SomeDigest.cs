using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Charts;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Digests;
using AiOs.Kernel.Digests.Counting;
using AiOs.Kernel.Digests.Standing;
using AiOs.Kernel.Digests.Words;

namespace AiOs.Testing.Cards;

/// <summary>A digest of a full day, in the kernel's own words.</summary>
public static class SomeDigest
{
    private static readonly DateTimeOffset Until = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    /// <summary>The digest.</summary>
    /// <param name="png">Its picture.</param>
    /// <returns>A note with buttons.</returns>
    public static ChatNote Note(ReadOnlyMemory<byte> png)
    {
        var words = new DigestNote(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), new OnePicture(png));
        return new ChatNote(words.TitleOf(Report), words.BlocksOf(Report))
        {
            Buttons =
            [
                new CardButton("Show 1", new CardTap.Show(SomeCards.Item), null),
                new CardButton("Approve 1", new CardTap.Decide(DecisionKind.Approve, SomeCards.Approval, Digest.Of([1]), SomeCards.Nonce) { IsListed = true }, null),
                new CardButton("Reject 1", new CardTap.Decide(DecisionKind.Reject, SomeCards.Approval, Digest.Of([1]), SomeCards.Nonce) { IsListed = true }, null),
                new CardButton("Show 2", new CardTap.Show(SomeCards.Item), null),
                new CardButton("Show 3", new CardTap.Show(SomeCards.Item), null),
            ],
        };
    }

    private static DigestReport Report { get; } = new(
        new DigestWindow(4_103, 4_377, Until.AddDays(-1), Until),
        new DigestTally
        {
            CameIn = 40,
            Approved = 9,
            Rejected = 2,
            Expired = 1,
            Done = [.. Enumerable.Repeat(Effect("email.send", asked: true), 8), Effect("bank.pay", asked: true), .. Enumerable.Repeat(Effect("note.keep", asked: false), 14), Effect("calendar.book", asked: false, EffectCategory.Contract, "Booked Tuesday at ten with Anna Berg.")],
            Out = [new Money(17_550, "EUR")],
            In = [new Money(1_200_050, "EUR")],
            InvoicesPaid = 2,
            Models = [new ModelCost(AgentName.Execution, new DateOnly(2026, 11, 22), 5_000_000_000, "EUR", 3)],
            Failures = [new FailureCount("email.send", 2), new FailureCount("refused by mail: truncated", 1)],
        },
        new DigestStanding
        {
            Oldest =
            [
                new WaitingItem(SomeCards.Item, WorkItemState.AwaitingApproval, "Website for our pottery studio", ["Send a mail to hanna@lindqvist.example"]) { ExpiresAt = Until.AddHours(20) },
                new WaitingItem(SomeCards.Item, WorkItemState.NeedsAnswer, "Invoice 2026-114 from Paper Ltd", []),
                new WaitingItem(SomeCards.Item, WorkItemState.OutcomeUnknown, "Offer for the bakery", []),
            ],
            Decisions = 9,
            Questions = 1,
            Unknown = 1,
            Drift = 2,
            ExpireSoon = 1,
            WakeSoon = 3,
            Offers = [new AutonomyView("sales/calendar.book/client/none", "offered", 41, 40, "40 of the last 41 were approved as drafted; this would have run those 40 unasked.")],
            Next = [new NextDue("invoice-chase", Until.AddHours(14)), new NextDue("daily-digest", Until.AddHours(24))],
            Head = new JournalHead(4_378, Digest.Of([7])),
        })
    {
        Money = new ChartData(
            [.. Enumerable.Range(-6, 7).Select(new DateOnly(2026, 11, 22).AddDays)],
            [new ChartSeries("Money out", "EUR", [0, 12_000, 4_999, 0, 30_000, 0, 17_550]), new ChartSeries("Models", "EUR", [10, 42, 0, 31, 120, 0, 5])]),
    };

    private static DoneEffect Effect(string kind, bool asked, EffectCategory category = EffectCategory.Internal, string? sentence = null) =>
        new(StreamId.Of(SomeCards.Item), SomeCards.Effect, new EffectKind(kind), category, asked, sentence);

    private sealed class OnePicture(ReadOnlyMemory<byte> png) : IChart
    {
        public ReadOnlyMemory<byte> Draw(ChartData data) => png;
    }
}
