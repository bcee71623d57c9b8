using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Effects;

public sealed class EffectAttemptTests
{
    private static readonly EffectTerms Terms = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), NotFoundIsProof: false);
    private static readonly EffectResult Done = new EffectResult.Done("ref", "Done.");
    private static readonly EffectResult Failed = new EffectResult.Failed("No.", MayRetry: false);
    private static readonly EffectResult Unknown = new EffectResult.Unknown("Perhaps.");

    [Fact]
    public void Request_Proposed_GivesTheFirstAttemptItsKeyAndDeadline()
    {
        var requested = Assert.IsType<EffectRequested>(Assert.Single(Facts.Attempt().Request("host-1", Some.Moment, Terms)));

        Assert.Equal(new EffectRequested(Facts.Mail, 1, "aios-" + Facts.Mail, "host-1", Some.Moment.AddMinutes(1)), requested);
    }

    [Theory]
    [InlineData(OutcomeClass.Neither, "requested", 0)]
    [InlineData(OutcomeClass.Queryable, "requested", 0)]
    [InlineData(OutcomeClass.Keyed, "requested", 1)]
    [InlineData(OutcomeClass.Keyed, "done", 0)]
    [InlineData(OutcomeClass.Keyed, "failed", 0)]
    [InlineData(OutcomeClass.Keyed, "unknown", 0)]
    public void Request_AfterTheFirst_OnlyWhereTheKeyIsEnforced(OutcomeClass outcome, string phase, int events) =>
        Assert.Equal(events, In(phase, outcome).Request("host-2", Some.Moment, Terms).Count);

    [Fact]
    public void Request_ForgottenBytes_IsNeverMade() =>
        Assert.Empty((Facts.Attempt() with { Effect = null }).Request("host-1", Some.Moment, Terms));

    [Theory]
    [InlineData(OutcomeClass.Neither, typeof(EffectOutcomeUnknown))]
    [InlineData(OutcomeClass.Queryable, typeof(EffectInDoubt))]
    [InlineData(OutcomeClass.Keyed, typeof(EffectRequested))]
    public void Probe_HostGone_ConcludesAsTheClassAllows(OutcomeClass outcome, Type happened)
    {
        var facts = In("requested", outcome).Probe("host-2", Some.Moment, Terms);

        Assert.IsType(happened, Assert.Single(facts));
        Assert.Equal(facts.OfType<EffectRequested>().Select(_ => 2), facts.OfType<EffectRequested>().Select(requested => requested.Attempt));
        Assert.All(facts.OfType<EffectRequested>(), requested => Assert.Equal(Facts.Attempt().Key, requested.Key));
    }

    [Theory]
    [InlineData("proposed")]
    [InlineData("done")]
    [InlineData("failed")]
    [InlineData("unknown")]
    public void Probe_NothingOnItsWay_ConcludesNothing(string phase) =>
        Assert.Empty(In(phase, OutcomeClass.Keyed).Probe("host-2", Some.Moment, Terms));

    [Theory]
    [InlineData("requested", true, true, true)]
    [InlineData("unknown", true, true, false)]
    [InlineData("failed", true, false, false)]
    [InlineData("said-no", true, false, false)]
    [InlineData("send-again", true, false, false)]
    [InlineData("done", false, false, false)]
    [InlineData("said-yes", false, false, false)]
    [InlineData("proposed", false, false, false)]
    public void Take_ResultOfTheNewestAttempt_CountsWhereNobodyKnowsBetter(string phase, bool done, bool failed, bool unknown)
    {
        var attempt = In(phase, OutcomeClass.Neither);

        Assert.Equal(done, attempt.Take(1, Done, Some.Moment, Terms).Count == 1);
        Assert.Equal(failed, attempt.Take(1, Failed, Some.Moment, Terms).Count == 1);
        Assert.Equal(unknown, attempt.Take(1, Unknown, Some.Moment, Terms).Count == 1);
    }

    [Fact]
    public void Take_ResultOfAnEarlierAttempt_CountsOnlyWhenItHappened()
    {
        var second = In("requested", OutcomeClass.Keyed).Apply(new EffectRequested(Facts.Mail, 2, "k", "host-2", Some.Moment), Some.Moment);

        Assert.IsType<EffectSucceeded>(Assert.Single(second.Take(1, Done, Some.Moment, Terms)));
        Assert.Empty(second.Take(1, Failed, Some.Moment, Terms));
        Assert.Empty(second.Take(1, Unknown, Some.Moment, Terms));
        Assert.Empty(second.Take(3, Done, Some.Moment, Terms));
        Assert.Empty(second.Take(0, Done, Some.Moment, Terms));
    }

    [Theory]
    [InlineData(Settlement.Happened, "Done")]
    [InlineData(Settlement.DidNotHappen, "Failed")]
    [InlineData(Settlement.SendAgain, "Proposed")]
    public void Settle_Unknown_TakesTheOperatorsWord(Settlement settlement, string phase)
    {
        var settled = Assert.Single(In("unknown", OutcomeClass.Neither).Settle(settlement, ChannelName.Web, "operator"));

        Assert.Equal(phase, In("unknown", OutcomeClass.Neither).Apply(settled, Some.Moment).Phase.ToString());
    }

    [Theory]
    [InlineData("proposed")]
    [InlineData("requested")]
    [InlineData("done")]
    [InlineData("failed")]
    public void Settle_NothingUnknown_IsNotTaken(string phase) =>
        Assert.Empty(In(phase, OutcomeClass.Neither).Settle(Settlement.SendAgain, ChannelName.Web, "operator"));

    [Fact]
    public void DecidedAt_SecondAttempt_StaysThatOfTheFirst()
    {
        var second = In("requested", OutcomeClass.Keyed).Apply(new EffectRequested(Facts.Mail, 2, "k", "host-2", Some.Moment), Some.Moment.AddHours(3));

        Assert.Equal(Some.Moment, second.DecidedAt);
        Assert.Equal(Facts.Attempt().Key, second.Key);
    }

    private static EffectAttempt In(string phase, OutcomeClass outcome)
    {
        var proposed = Facts.Attempt(outcome);
        var requested = proposed.Apply(new EffectRequested(Facts.Mail, 1, proposed.Key, "host-1", Some.Moment.AddMinutes(1)), Some.Moment);
        var unknown = requested.Apply(new EffectOutcomeUnknown(Facts.Mail, 1), Some.Moment);
        EffectAttempt Said(Settlement settlement) => unknown.Apply(new EffectSettled(Facts.Mail, settlement, ChannelName.Web, "operator"), Some.Moment);
        return phase switch
        {
            "proposed" => proposed,
            "requested" => requested,
            "done" => requested.Apply(new EffectSucceeded(Facts.Mail, 1), Some.Moment),
            "failed" => requested.Apply(new EffectFailed(Facts.Mail, 1, MayRetry: false), Some.Moment),
            "said-yes" => Said(Settlement.Happened),
            "said-no" => Said(Settlement.DidNotHappen),
            "send-again" => Said(Settlement.SendAgain),
            _ => unknown,
        };
    }
}
