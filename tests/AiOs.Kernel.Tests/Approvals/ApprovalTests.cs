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

    private static string Told(Approval approval) =>
        Assert.IsType<ApprovalAnswer.Told>(approval.Decide(Facts.Decision(DecisionKind.Approve), Some.Moment.AddHours(1), "next")).Sentence;
}
