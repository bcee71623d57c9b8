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

    [Theory]
    [InlineData(OutcomeClass.Neither, typeof(EffectOutcomeUnknown), 0)]
    [InlineData(OutcomeClass.Queryable, typeof(EffectInDoubt), 120)]
    [InlineData(OutcomeClass.Keyed, typeof(EffectInDoubt), 30)]
    public void Take_AnswerLost_IsConcludedAsTheClassAllows(OutcomeClass outcome, Type happened, int seconds)
    {
        var fact = Assert.Single(In("requested", outcome).Take(1, Unknown, Some.Moment, Terms));

        Assert.IsType(happened, fact);
        Assert.True(fact is not EffectInDoubt doubt || doubt == new EffectInDoubt(Facts.Mail, 1, Some.Moment.AddSeconds(seconds), 0));
    }

    [Theory]
    [InlineData(OutcomeClass.Neither, null, -1)]
    [InlineData(OutcomeClass.Queryable, null, 30)]
    [InlineData(OutcomeClass.Keyed, null, 30)]
    [InlineData(OutcomeClass.Keyed, 10, 30)]
    [InlineData(OutcomeClass.Keyed, 3600, 3600)]
    [InlineData(OutcomeClass.Keyed, 999_999, 86_400)]
    public void Take_CertainPassingFailure_RestsUnlessNeither(OutcomeClass outcome, int? asked, int seconds)
    {
        var result = new EffectResult.Failed("Busy.", MayRetry: true, asked is { } wanted ? TimeSpan.FromSeconds(wanted) : null);
        var fact = Assert.Single(In("requested", outcome).Take(1, result, Some.Moment, Terms));

        if (seconds < 0)
        {
            Assert.IsType<EffectFailed>(fact);
            return;
        }

        var postponed = Assert.IsType<EffectPostponed>(fact);
        Assert.Equal((Some.Moment.AddSeconds(seconds), true), (postponed.Until, postponed.Called));
    }

    [Theory]
    [InlineData(OutcomeClass.Queryable)]
    [InlineData(OutcomeClass.Keyed)]
    public void Take_FailingOnAndOn_EndsAfterTheMostCalls(OutcomeClass outcome)
    {
        var attempt = Facts.Attempt(outcome);
        var calls = 0;
        while (attempt.Phase is EffectPhase.Proposed)
        {
            attempt = Again(attempt, new EffectResult.Failed("Busy.", MayRetry: true));
            Assert.True(++calls <= 5, "it is tried for ever");
        }

        Assert.Equal((5, EffectPhase.Failed), (calls, attempt.Phase));
    }

    [Theory]
    [InlineData(OutcomeClass.Neither)]
    [InlineData(OutcomeClass.Queryable)]
    [InlineData(OutcomeClass.Keyed)]
    public void Take_NotTried_CountsAsNoCallAndEndsOnlyAfterVeryMany(OutcomeClass outcome)
    {
        var attempt = Facts.Attempt(outcome);
        var rests = 0;
        while (attempt.Phase is EffectPhase.Proposed)
        {
            attempt = Again(attempt, new EffectResult.NotTried("Not now.", Some.Moment.AddHours(1)));
            Assert.True(++rests <= 50, "it rests for ever");
            Assert.True(attempt.Phase is not EffectPhase.Proposed || (attempt.Calls == 0 && attempt.NotBefore == Some.Moment.AddHours(1)));
        }

        Assert.Equal((50, EffectPhase.Failed), (rests, attempt.Phase));
    }

    [Fact]
    public void Take_KeyedAnswersLostOnAndOn_AreSentAgainFourTimesAtMost()
    {
        var attempt = Facts.Attempt(OutcomeClass.Keyed);
        var sent = 0;
        for (attempt = Again(attempt, Unknown), sent = 1; attempt.Phase is EffectPhase.InDoubt; sent++)
        {
            var again = Assert.IsType<EffectRequested>(Assert.Single(attempt.Probe("host-1", Some.Moment, Terms)));
            attempt = attempt.Apply(again, Some.Moment);
            attempt = attempt.Apply(Assert.Single(attempt.Take(again.Attempt, Unknown, Some.Moment, Terms)), Some.Moment);
        }

        Assert.Equal((5, EffectPhase.Unknown), (sent, attempt.Phase));
    }

    [Theory]
    [InlineData(EffectCategory.Contract, true, typeof(EffectPostponed))]
    [InlineData(EffectCategory.Reputation, true, typeof(EffectPostponed))]
    [InlineData(EffectCategory.Money, true, typeof(EffectOutcomeUnknown))]
    [InlineData(EffectCategory.Contract, false, typeof(EffectOutcomeUnknown))]
    public void LookUp_NotFound_ProvesOnlyWhereItIsDeclaredAndNeverForMoney(EffectCategory category, bool proof, Type happened)
    {
        var doubt = Doubt();
        doubt = doubt with { Line = doubt.Line with { Category = category } };

        Assert.IsType(happened, Assert.Single(doubt.Take(new EffectLookUp.NotFound(), Some.Moment, Terms with { NotFoundIsProof = proof })));
    }

    [Fact]
    public void LookUp_Found_Happened()
    {
        var succeeded = Assert.IsType<EffectSucceeded>(Assert.Single(Doubt().Take(new EffectLookUp.Found("ref-7", "It is there."), Some.Moment, Terms)));

        Assert.Equal((1, "ref-7"), (succeeded.Attempt, succeeded.Personal!.Reference));
    }

    [Fact]
    public void LookUp_NobodyAnswers_AsksFiveTimesAndThenTheOperator()
    {
        var doubt = Doubt();
        var waits = new List<double>();
        while (doubt.Phase is EffectPhase.InDoubt)
        {
            doubt = doubt.Apply(Assert.Single(doubt.Take(new EffectLookUp.CannotTell("Nobody answers."), Some.Moment, Terms)), Some.Moment);
            waits.Add((doubt.NotBefore - Some.Moment).TotalSeconds);
            Assert.True(waits.Count <= 5, "it is asked for ever");
        }

        Assert.Equal([30d, 60d, 120d, 240d, 240d], waits);
        Assert.Equal((EffectPhase.Unknown, "Nobody answers."), (doubt.Phase, doubt.Sentence));
    }

    [Theory]
    [InlineData("proposed")]
    [InlineData("requested")]
    [InlineData("done")]
    [InlineData("failed")]
    public void LookUp_NothingInDoubt_SaysNothing(string phase)
    {
        EffectLookUp[] answers = [new EffectLookUp.Found("r", "s"), new EffectLookUp.NotFound(), new EffectLookUp.CannotTell("s")];

        Assert.All(answers, answer => Assert.Empty(In(phase, OutcomeClass.Queryable).Take(answer, Some.Moment, Terms with { NotFoundIsProof = true })));
    }

    [Theory]
    [InlineData(OutcomeClass.Neither)]
    [InlineData(OutcomeClass.Queryable)]
    public void LookUp_Unknown_IsSettledOnlyWhereItIsFound(OutcomeClass outcomeClass)
    {
        var proof = Terms with { NotFoundIsProof = true };
        var unknown = In("unknown", outcomeClass);
        var found = Assert.IsType<EffectSucceeded>(Assert.Single(unknown.Take(new EffectLookUp.Found("r", "s"), Some.Moment, proof)));

        Assert.Equal((unknown.Attempt, "r", "s"), (found.Attempt, found.Personal!.Reference, found.Personal.Sentence));
        Assert.Empty(unknown.Take(new EffectLookUp.NotFound(), Some.Moment, proof));
        Assert.Empty(unknown.Take(new EffectLookUp.CannotTell("s"), Some.Moment, proof));
    }

    [Fact]
    public void Take_LateResultsWhileInDoubt_CountWhereTheyAreCertain()
    {
        Assert.IsType<EffectSucceeded>(Assert.Single(Doubt().Take(1, Done, Some.Moment, Terms)));
        Assert.IsType<EffectFailed>(Assert.Single(Doubt().Take(1, Failed, Some.Moment, Terms)));
        Assert.Empty(Doubt().Take(1, Unknown, Some.Moment, Terms));
        Assert.Empty(Doubt().Take(1, new EffectResult.NotTried("Not now.", Some.Moment), Some.Moment, Terms));
        Assert.Empty(Doubt().Request("host-1", Some.Moment, Terms));
        Assert.Empty(Doubt().Probe("host-1", Some.Moment, Terms));
    }

    [Fact]
    public void Settle_SendAgain_BeginsToCountAnew()
    {
        var tried = In("requested", OutcomeClass.Queryable).Apply(new EffectInDoubt(Facts.Mail, 1, Some.Moment, 3), Some.Moment).Apply(new EffectOutcomeUnknown(Facts.Mail, 1), Some.Moment);
        var again = tried.Apply(Assert.Single(tried.Settle(Settlement.SendAgain, ChannelName.Web, "operator")), Some.Moment);

        Assert.Equal((0, 0, 1, EffectPhase.Proposed), (again.Calls, again.Asked, again.Attempt, again.Phase));
    }

    private static EffectAttempt Doubt() => In("requested", OutcomeClass.Queryable).Apply(new EffectInDoubt(Facts.Mail, 1, Some.Moment, 0), Some.Moment);

    /// <summary>One more attempt and what comes of it.</summary>
    private static EffectAttempt Again(EffectAttempt attempt, EffectResult result)
    {
        var requested = Assert.IsType<EffectRequested>(Assert.Single(attempt.Request("host-1", Some.Moment, Terms)));
        attempt = attempt.Apply(requested, Some.Moment);
        return attempt.Apply(Assert.Single(attempt.Take(requested.Attempt, result, Some.Moment, Terms)), Some.Moment);
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
