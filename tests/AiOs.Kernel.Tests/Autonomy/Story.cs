using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Autonomy;

namespace AiOs.Kernel.Tests.Autonomy;

/// <summary>What happens to effects of two classes, one line per day.</summary>
internal sealed class Story
{
    public const string Booking = "sales/calendar.book/client/0-50-eur";

    public const string Note = "sales/note.keep/none/none";

    public static readonly AutonomySettings Settings = new(3, TimeSpan.FromDays(28), TimeSpan.FromDays(30), new Money(4_000, "EUR"));

    public static readonly Money Cost = new(1_000, "EUR");

    private int _number;

    public AutonomyLedger Ledger { get; set; } = new();

    public List<(JournalEvent Event, DateTimeOffset At)> Facts { get; } = [];

    public DateTimeOffset Now { get; set; } = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    public List<Asked> Proposals { get; } = [];

    public bool Holds(string @class = Booking) => Ledger.Holds(@class, @class == Booking ? Cost : null, Now, Settings).Holds;

    public AutonomyOffer? Offer(string @class = Booking) => Ledger.OfferFor(@class, Now, Settings);

    public Story Record(JournalEvent happened)
    {
        Facts.Add((happened, Now));
        Ledger = Ledger.Apply(happened, Now);
        return this;
    }

    public Story Days(double days)
    {
        Now = Now.AddDays(days);
        return this;
    }

    /// <summary>A proposal with one effect per class.</summary>
    public Asked Propose(EffectJudged.AnswerKind answer, params string?[] classes)
    {
        var lines = classes.Select(_ => new ProposalDrafted.EffectLine(new EffectId(Next()), new EffectKind("calendar.book"), EffectCategory.Reputation, OutcomeClass.Queryable, Digest.Zero, 0)).ToList();
        var asked = new Asked(new ProposalId(Next()), new ApprovalId(Next()), [.. lines.Select(line => line.Effect)]);
        Record(new ProposalDrafted(asked.Proposal, new AgentName("sales"), new Confidence(0), lines));
        foreach (var (line, @class) in lines.Zip(classes))
        {
            Record(new EffectJudged(line.Effect, answer, 0, "rule", "A rule.", "1") { Class = @class });
        }

        Proposals.Add(asked);
        return asked;
    }

    public Asked Ask(params string?[] classes)
    {
        var asked = Propose(EffectJudged.AnswerKind.Ask, classes);
        Record(new ApprovalRequested(asked.Approval, asked.Proposal, asked.Effects, Digest.Zero, 1, "1", Now.AddDays(2)));
        return asked;
    }

    public Story Approve(Asked asked) => Record(new ApprovalGranted(asked.Approval, Digest.Zero, ChannelName.Web, "operator"));

    public Story Reject(Asked asked) => Record(new ApprovalRejected(asked.Approval, Digest.Zero, ChannelName.Web, "operator"));

    public Story Change(Asked asked) => Record(new ChangeRequested(asked.Approval, ChannelName.Web, "operator"));

    public Story Request(EffectId effect) => Record(new EffectRequested(effect, 1, "aios-" + effect, "host-1", Now.AddMinutes(1)));

    public Story Undo(Asked asked) => Record(new UndoRequested(asked.Proposal, ChannelName.Web, "operator"));

    /// <summary>Approved as drafted, one a day.</summary>
    public Story Earn(int times, params string[] classes)
    {
        for (var time = 0; time < times; time++)
        {
            Approve(Ask(classes.Length == 0 ? [Booking] : classes)).Days(1);
        }

        return this;
    }

    public Story Offered(string @class = Booking) => Record(new AutonomyOffered(@class, 3, 3, Now));

    public Story Accept(string @class = Booking) => Record(new AutonomyAccepted(@class, ChannelName.Web, "operator"));

    public Story Revoke(string @class = Booking) => Record(new AutonomyRevoked(@class, ChannelName.Web, "operator"));

    /// <summary>Runs one effect unasked.</summary>
    public Asked RunUnasked(string @class = Booking)
    {
        var asked = Propose(EffectJudged.AnswerKind.Allow, @class);
        Request(asked.Effects[0]);
        return asked;
    }

    private Guid Next() => new(++_number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    internal sealed record Asked(ProposalId Proposal, ApprovalId Approval, IReadOnlyList<EffectId> Effects);
}
