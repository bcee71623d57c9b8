using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Approvals;

public sealed class ApprovalTests
{
    [Theory]
    [InlineData(DecisionKind.Approve, typeof(ApprovalGranted))]
    [InlineData(DecisionKind.Reject, typeof(ApprovalRejected))]
    [InlineData(DecisionKind.Change, typeof(ChangeRequested))]
    public void Decide_OpenCard_TakesTheDecision(DecisionKind kind, Type happened)
    {
        var decided = Assert.IsType<ApprovalAnswer.Decided>(Facts.Open().Decide(Facts.Decision(kind, text: "why"), Some.Moment, "next"));

        Assert.IsType(happened, Assert.Single(decided.Events));
    }

    [Theory]
    [InlineData(DecisionKind.Approve)]
    [InlineData(DecisionKind.Reject)]
    [InlineData(DecisionKind.Change)]
    public void Decide_OtherDigest_DecidesNothing(DecisionKind kind)
    {
        var told = Assert.IsType<ApprovalAnswer.Told>(Facts.Open().Decide(Facts.Decision(kind, Digest.Zero), Some.Moment, "next"));

        Assert.Contains("does not show what waits here now", told.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Decide_AroundExpiry_IsTakenOnlyBefore(int milliseconds, bool taken)
    {
        var answer = Facts.Open().Decide(Facts.Decision(DecisionKind.Approve), Facts.Expiry.AddMilliseconds(milliseconds), "next");

        Assert.Equal(taken, answer is ApprovalAnswer.Decided);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    public void Expire_AroundExpiry_HappensOnlyAfter(int milliseconds, int events) =>
        Assert.Equal(events, Facts.Open().Expire(Facts.Expiry.AddMilliseconds(milliseconds)).Count);

    [Fact]
    public void Decide_AfterAnyEnd_TellsWhoWhereAndWhen()
    {
        var granted = Facts.Open().Apply(new ApprovalGranted(Facts.Approval, Facts.Shown, ChannelName.Web, "anna"), Some.Moment);
        var rejected = Facts.Open().Apply(new ApprovalRejected(Facts.Approval, Facts.Shown, ChannelName.Mail, "ben"), Some.Moment);
        var changed = Facts.Open().Apply(new ChangeRequested(Facts.Approval, ChannelName.Web, "cleo"), Some.Moment);
        var expired = Facts.Open().Apply(new ApprovalExpired(Facts.Approval), Facts.Expiry);

        Assert.Equal("This was already decided. Approved by anna in web at 2026-11-22T13:19:00.000Z.", Told(granted));
        Assert.Equal("This was already decided. Rejected by ben in mail at 2026-11-22T13:19:00.000Z.", Told(rejected));
        Assert.Equal("A newer draft has taken this card's place. Changed by cleo in web at 2026-11-22T13:19:00.000Z.", Told(changed));
        Assert.Equal("This was already decided. Expired at 2026-11-29T13:19:00.000Z without a decision.", Told(expired));
        Assert.Equal("A newer draft has taken this card's place. Replaced by a newer draft at 2026-11-22T13:19:00.000Z.", Told(Facts.Open().Supersede(Some.Moment)));
    }

    [Fact]
    public void Expire_AfterAnyEnd_DoesNothing()
    {
        var granted = Facts.Open().Apply(new ApprovalGranted(Facts.Approval, Facts.Shown, ChannelName.Web, "anna"), Some.Moment);

        Assert.Empty(granted.Expire(Facts.Expiry.AddYears(1)));
        Assert.Equal(granted, granted.Supersede(Facts.Expiry));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00112233445566778899aabbccddeefe")]
    [InlineData("00112233445566778899aabbccddeeff0")]
    public void Decide_OtherNonce_DecidesNothing(string nonce)
    {
        foreach (var kind in Enum.GetValues<DecisionKind>())
        {
            var told = Assert.IsType<ApprovalAnswer.Told>(Facts.Open().Decide(Facts.Decision(kind) with { Nonce = nonce }, Some.Moment, "next"));
            Assert.Contains("used before", told.Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Decide_WithoutANonceOfItsOwn_CannotBeDecided()
    {
        var forgotten = new Approval { Asked = Facts.Asked() with { Personal = null } };

        Assert.Null(forgotten.Nonce);
        Assert.IsType<ApprovalAnswer.Told>(forgotten.Decide(Facts.Decision(DecisionKind.Approve) with { Nonce = string.Empty }, Some.Moment, "next"));
    }

    [Theory]
    [InlineData(2, "1200.00 EUR", typeof(ApprovalGranted))]
    [InlineData(2, "1200", typeof(ApprovalGranted))]
    [InlineData(3, "1200", typeof(ApprovalHalfGranted))]
    [InlineData(2, "120", null)]
    [InlineData(2, null, null)]
    [InlineData(3, "yes", null)]
    public void Approve_ThatAsksForAWord_NeedsIt(int tier, string? typed, Type? happened)
    {
        var answer = Tiered(tier).Decide(Facts.Decision(DecisionKind.Approve) with { Confirmation = typed }, Some.Moment, "next");

        Assert.Equal(happened, (answer as ApprovalAnswer.Decided)?.Events[0].GetType());
        Assert.True(happened is not null || ((ApprovalAnswer.Told)answer).Sentence.Contains("1200.00 EUR", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DecisionKind.Reject, typeof(ApprovalRejected))]
    [InlineData(DecisionKind.Change, typeof(ChangeRequested))]
    public void Decide_ANoOfAnyTier_NeedsNoWord(DecisionKind kind, Type happened)
    {
        Assert.IsType(happened, Assert.IsType<ApprovalAnswer.Decided>(Tiered(3).Decide(Facts.Decision(kind), Some.Moment, "next")).Events[0]);
        Assert.IsType(happened, Assert.IsType<ApprovalAnswer.Decided>(Half().Decide(Facts.Decision(kind) with { Nonce = "next" }, Some.Moment, "later")).Events[0]);
    }

    [Theory]
    [InlineData("web", 0, false)]
    [InlineData("web", 3599, false)]
    [InlineData("web", 3600, true)]
    [InlineData("chat", 0, true)]
    public void Approve_SecondYes_CountsFromAnotherChannelOrAfterTheCoolOff(string channel, int seconds, bool granted)
    {
        var decision = Facts.Decision(DecisionKind.Approve) with { Nonce = "next", Confirmation = "1200", Channel = new ChannelName(channel) };
        var answer = Half().Decide(decision, Some.Moment.AddSeconds(seconds), "later");

        Assert.Equal(granted, answer is ApprovalAnswer.Decided { Events: [ApprovalGranted] });
        Assert.True(granted || ((ApprovalAnswer.Told)answer).Sentence.Contains("from 2026-11-22T14:19:00.000Z on", StringComparison.Ordinal));
    }

    [Fact]
    public void Approve_SecondYesWithTheFirstTokenOrNoWord_IsRefused()
    {
        var decision = Facts.Decision(DecisionKind.Approve) with { Confirmation = "1200", Channel = new ChannelName("chat") };

        Assert.Equal((ApprovalPhase.HalfGranted, "next"), (Half().Phase, Half().Nonce));
        Assert.Contains("used before", Assert.IsType<ApprovalAnswer.Told>(Half().Decide(decision, Some.Moment, "later")).Sentence, StringComparison.Ordinal);
        Assert.IsType<ApprovalAnswer.Told>(Half().Decide(decision with { Nonce = "next", Confirmation = null }, Some.Moment, "later"));
        Assert.IsType<ApprovalAnswer.Told>(Half().Decide(decision with { Nonce = "next" }, Facts.Expiry, "later"));
    }

    [Fact]
    public void Expire_HalfGranted_IsNoYes()
    {
        var expired = Half().Apply(Assert.Single(Half().Expire(Facts.Expiry)), Facts.Expiry);

        Assert.Equal(ApprovalPhase.Expired, expired.Phase);
        Assert.Equal(ApprovalPhase.Superseded, Half().Supersede(Some.Moment).Phase);
    }

    [Fact]
    public void Escalate_RungByRung_NeverTwiceAndNeverAfterADecision()
    {
        var asked = Facts.Asked() with { Ladder = [new LadderRung("remind", Some.Moment.AddHours(4)), new LadderRung("channel chat", Some.Moment.AddHours(8))] };
        var open = new Approval { Asked = asked };
        var first = Assert.IsType<ApprovalEscalated>(Assert.Single(open.Escalate(Some.Moment.AddHours(4))));
        var climbed = open.Apply(first, Some.Moment.AddHours(4));

        Assert.Empty(open.Escalate(Some.Moment.AddHours(4).AddMilliseconds(-1)));
        Assert.Equal(new ApprovalEscalated(Facts.Approval, 1, "remind"), first);
        Assert.Equal((Some.Moment.AddHours(4), Some.Moment.AddHours(8)), (open.WakeAt, climbed.WakeAt));
        Assert.Empty(climbed.Escalate(Some.Moment.AddHours(7)));
        var top = climbed.Apply(Assert.Single(climbed.Escalate(Some.Moment.AddDays(1))), Some.Moment.AddDays(1));
        Assert.Equal((2, Facts.Expiry), (top.Rung, top.WakeAt));
        Assert.Empty(top.Escalate(Some.Moment.AddDays(2)));
        Assert.Empty(open.Apply(new ApprovalGranted(Facts.Approval, Facts.Shown, ChannelName.Web, "anna"), Some.Moment).Escalate(Some.Moment.AddDays(1)));
    }

    [Fact]
    public void Decide_Void_SaysWhy()
    {
        var lost = Facts.Open().Apply(new ApprovalVoided(Facts.Approval, "record-changed") { Personal = new ApprovalVoided.Words(["The city is another."]) }, Some.Moment);

        Assert.Equal("This card is void, and what it asked is asked again. Void since 2026-11-22T13:19:00.000Z: The city is another.", Told(lost));
    }

    private static Approval Tiered(int tier) => new()
    {
        Asked = Facts.Asked() with { Tier = tier, CoolOffSeconds = 3600, Personal = new ApprovalRequested.Words(Facts.Nonce, "1200.00 EUR", [], []) },
    };

    private static Approval Half() => Tiered(3).Apply(
        ((ApprovalAnswer.Decided)Tiered(3).Decide(Facts.Decision(DecisionKind.Approve) with { Confirmation = "1200" }, Some.Moment, "next")).Events[0], Some.Moment);

    private static string Told(Approval approval) =>
        Assert.IsType<ApprovalAnswer.Told>(approval.Decide(Facts.Decision(DecisionKind.Approve), Some.Moment.AddHours(1), "next")).Sentence;
}
