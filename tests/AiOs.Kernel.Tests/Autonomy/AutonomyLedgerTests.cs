using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Autonomy;

namespace AiOs.Kernel.Tests.Autonomy;

public sealed class AutonomyLedgerTests
{
    public static TheoryData<string> Setbacks => ["rejected", "changed", "failed", "did-not-happen", "sent-again", "undone"];

    [Fact]
    public void OfferFor_EnoughApprovedAsDrafted_SaysWhatWasSeen()
    {
        var story = new Story().Earn(2);
        Assert.Null(story.Offer());

        story.Earn(1);

        Assert.Equal(new AutonomyOffer(Story.Booking, 3, 3, story.Now - Story.Settings.Within), story.Offer());
        Assert.False(story.Holds());
    }

    [Fact]
    public void Accept_AfterAnOffer_Holds()
    {
        var story = new Story().Earn(3).Offered();
        Assert.True(story.Ledger.IsOffered(Story.Booking));
        Assert.Null(story.Offer());

        story.Accept();

        Assert.True(story.Holds());
        Assert.False(story.Ledger.IsOffered(Story.Booking));
        Assert.Equal($"You let {Story.Booking} run unasked on 2026-11-04, and nothing went wrong since.", story.Ledger.Holds(Story.Booking, Story.Cost, story.Now, Story.Settings).Sentence);
    }

    [Theory]
    [MemberData(nameof(Setbacks))]
    public void Apply_Setback_TakesTheGrantTheOfferAndTheRunAtOnce(string setback)
    {
        var granted = new Story().Earn(3).Offered().Accept();
        var offered = new Story().Earn(3).Offered();
        var earning = new Story().Earn(3);
        foreach (var story in (Story[])[granted, offered, earning])
        {
            Happen(story, setback);
        }

        Assert.False(granted.Holds());
        Assert.False(offered.Ledger.IsOffered(Story.Booking));
        Assert.Null(earning.Offer());
        Assert.Equal(0, earning.Ledger.Classes[Story.Booking].Run);
        Assert.Equal(AutonomyPhase.Fallen, granted.Ledger.List(granted.Now, Story.Settings).Single(line => line.Class == Story.Booking).Phase);
    }

    [Fact]
    public void Apply_FailureOfAnotherClass_LeavesTheGrant()
    {
        var story = new Story().Earn(3).Offered().Accept();

        story.Reject(story.Ask(Story.Note));

        Assert.True(story.Holds());
        Assert.False(story.Holds(Story.Note));
    }

    [Fact]
    public void Apply_UndoOfWhatRanUnasked_Demotes()
    {
        var story = new Story().Earn(3).Offered().Accept();
        var ran = story.RunUnasked();
        story.Record(new EffectSucceeded(ran.Effects[0], 1)).Days(3).Undo(ran);

        Assert.False(story.Holds());
        Assert.Contains("undone", story.Ledger.Holds(Story.Booking, Story.Cost, story.Now, Story.Settings).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_PassingFaultSilenceOrVoid_SpeaksForNobody()
    {
        var story = new Story().Earn(3).Offered().Accept();
        var asked = story.Ask(Story.Booking);
        story.Record(new EffectPostponed(asked.Effects[0], 1, story.Now, true)).Record(new ApprovalExpired(asked.Approval));
        var other = story.Ask(Story.Booking);
        story.Record(new ApprovalVoided(other.Approval, "record-changed")).Record(new EffectOutcomeUnknown(other.Effects[0], 1));

        Assert.True(story.Holds());
        Assert.Equal(3, story.Ledger.Classes[Story.Booking].Recent.Count);
    }

    [Fact]
    public void Apply_OneQuestionWithManyEffectsOfAClass_CountsOnce()
    {
        var story = new Story().Earn(2, Story.Booking, Story.Booking, Story.Note, Story.Booking);

        Assert.Equal(2, story.Ledger.Classes[Story.Booking].Run);
        Assert.Equal(2, story.Ledger.Classes[Story.Note].Run);
    }

    [Fact]
    public void Apply_SameAnswerTwice_CountsOnce()
    {
        var story = new Story();
        var asked = story.Ask(Story.Booking);
        story.Approve(asked).Approve(asked).Reject(asked);

        Assert.Equal(1, story.Ledger.Classes[Story.Booking].Run);
    }

    [Fact]
    public void Apply_LaterVerdictWithoutAClass_TakesItAway()
    {
        var story = new Story();
        var asked = story.Propose(EffectJudged.AnswerKind.Ask, Story.Booking);
        story.Record(new EffectJudged(asked.Effects[0], EffectJudged.AnswerKind.Ask, 1, "rule", "A rule.", "2"));
        story.Record(new ApprovalRequested(asked.Approval, asked.Proposal, asked.Effects, Digest.Zero, 1, "2", story.Now)).Approve(asked);

        Assert.Empty(story.Ledger.Classes);
        Assert.Empty(story.Ledger.Traces.Questions);
    }

    [Fact]
    public void OfferFor_OneSetbackAmongFew_WaitsUntilTheShareIsRight()
    {
        var strict = Story.Settings with { Within = TimeSpan.FromDays(365) };
        var story = new Story();
        story.Reject(story.Ask(Story.Booking));
        story.Earn(18);
        Assert.Null(story.Ledger.OfferFor(Story.Booking, story.Now, strict));

        story.Earn(1);

        Assert.Equal((20, 19), (story.Ledger.OfferFor(Story.Booking, story.Now, strict)!.Seen, story.Ledger.OfferFor(Story.Booking, story.Now, strict)!.Unedited));
    }

    [Fact]
    public void OfferFor_DecisionsOutsideTheWindow_DoNotCount()
    {
        var story = new Story().Earn(2).Days(28).Earn(2);
        Assert.Null(story.Offer());

        Assert.NotNull(story.Earn(1).Offer());
    }

    [Theory]
    [InlineData("offered")]
    [InlineData("declined")]
    [InlineData("revoked")]
    public void OfferFor_TurnedDownOrIgnored_IsNotAskedAgainWithinTheWindow(string how)
    {
        var story = new Story().Earn(3).Offered();
        story = how switch { "offered" => story, "declined" => story.Revoke(), _ => story.Accept().Revoke() };

        Assert.Null(story.Earn(20).Offer());
        Assert.NotNull(story.Days(5).Earn(4).Offer());
    }

    [Fact]
    public void OfferFor_BandAboveTheCeiling_IsNeverMade()
    {
        const string large = "sales/calendar.book/client/50-200-eur";
        var story = new Story().Earn(5, large);

        Assert.Null(story.Offer(large));
        Assert.NotNull(story.Ledger.OfferFor(large, story.Now, Story.Settings with { MostEach = new Money(5_001, "EUR") }));
        Assert.Null(story.Ledger.OfferFor(large, story.Now, Story.Settings with { MostEach = new Money(5_001, "USD") }));
        Assert.Null(story.Ledger.OfferFor(large, story.Now, Story.Settings with { OfferAfter = 0, MostEach = new Money(5_001, "EUR") }));
    }

    [Theory]
    [InlineData(4_000L, "EUR", true)]
    [InlineData(4_001L, "EUR", false)]
    [InlineData(5_001L, "EUR", false)]
    [InlineData(1L, "USD", false)]
    [InlineData(0L, "EUR", false)]
    public void Holds_CostAboveTheCeilingOrOutsideTheBand_IsAsked(long minor, string currency, bool holds)
    {
        var story = new Story().Earn(3).Offered().Accept();

        Assert.Equal(holds, story.Ledger.Holds(Story.Booking, new Money(minor, currency), story.Now, Story.Settings).Holds);
        Assert.False(story.Ledger.Holds(Story.Booking, null, story.Now, Story.Settings).Holds);
    }

    [Fact]
    public void Holds_Unused_DecaysAndStaysSo()
    {
        var story = new Story().Earn(3).Offered().Accept().Days(30);
        Assert.True(story.Holds());
        story.RunUnasked();
        Assert.True(story.Days(30).Holds());

        story.Days(0.01);
        Assert.False(story.Holds());
        Assert.Equal(AutonomyPhase.Decayed, Assert.Single(story.Ledger.List(story.Now, Story.Settings)).Phase);

        // Allowed by a rule of the policy, not by the grant.
        story.RunUnasked();
        Assert.False(story.Holds());
        Assert.NotNull(story.Earn(3).Offer());
        Assert.True(story.Offered().Accept().Holds());
    }

    [Fact]
    public void Holds_EffectsThatWereAskedAbout_AreNoUse()
    {
        var story = new Story().Earn(3).Offered().Accept().Days(20);
        story.Request(story.Ask(Story.Booking).Effects[0]).Days(11);

        Assert.False(story.Holds());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sales/policy.change/none/none")]
    [InlineData("anything")]
    public void Accept_WhatIsNoClass_GrantsNothing(string? @class)
    {
        var story = new Story().Record(new AutonomyAccepted(@class ?? "", ChannelName.Web, "operator"));

        Assert.False(story.Ledger.Holds(@class, null, story.Now, Story.Settings).Holds);
        Assert.Empty(story.Ledger.Classes);
    }

    [Fact]
    public void Apply_ThousandsOfEffects_KeepsABoundedState()
    {
        var story = new Story().Earn(1200);

        Assert.Equal(AutonomyStanding.MostKept, story.Ledger.Classes[Story.Booking].Recent.Count);
        Assert.Equal(EffectTraces.MostEffects, story.Ledger.Traces.Effects.Count);
        Assert.Empty(story.Ledger.Traces.Questions);
    }

    private static void Happen(Story story, string setback)
    {
        var asked = story.Ask(Story.Booking);
        var effect = asked.Effects[0];
        _ = setback switch
        {
            "rejected" => story.Reject(asked),
            "changed" => story.Change(asked),
            "failed" => story.Approve(asked).Record(new EffectFailed(effect, 1, true)),
            "did-not-happen" => story.Approve(asked).Record(new EffectSettled(effect, Settlement.DidNotHappen, ChannelName.Web, "operator")),
            "sent-again" => story.Approve(asked).Record(new EffectSettled(effect, Settlement.SendAgain, ChannelName.Web, "operator")),
            _ => story.Approve(asked).Undo(asked),
        };
    }
}
