using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Support;

/// <summary>Histories that must never be, so that whoever reads "no fault" elsewhere can rely on it.</summary>
public sealed class HistoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Faults_OfARightHistory_AreNone()
    {
        var events = await RightAsync();

        Assert.Empty(History.FaultsIn(events));
        Assert.Equal(1, History.Of(events).Requests);
    }

    [Fact]
    public async Task Faults_WithoutTheGrant_NameTheMissingLeave() =>
        await CaughtAsync(events => [.. events.Where(fact => fact.Event is not ApprovalGranted)], "without leave");

    [Fact]
    public async Task Faults_SecondAttempt_AreNamed() => await CaughtAsync(
        events => [.. events, (Requested(events) with { Attempt = 2 }, Some.Moment)],
        "attempted twice unasked");

    [Fact]
    public async Task Faults_SecondDecision_AreNamed() => await CaughtAsync(
        events =>
        {
            var granted = events.Select(fact => fact.Event).OfType<ApprovalGranted>().Single();
            return [.. events, (new ApprovalRejected(granted.Approval, granted.Digest, granted.Channel, "other"), Some.Moment)];
        },
        "decided twice");

    [Fact]
    public async Task Faults_LateGrant_AreNamed() => await CaughtAsync(
        events => [.. events.Select(fact => fact.Event is ApprovalGranted ? (fact.Event, fact.At.AddDays(8)) : fact)],
        "expired card was granted");

    [Fact]
    public async Task Faults_OtherBytes_AreNamed() => await CaughtAsync(
        events => [.. events.Select(fact => fact.Event is ProposalDrafted drafted ? (Altered(drafted), fact.At) : fact)],
        "digest is not that of its bytes");

    [Fact]
    public async Task Faults_Gap_AreNamed() => await CaughtAsync(
        events => [.. events.Select(fact => fact.Event is ProposalDrafted drafted ? (drafted with { Effects = [drafted.Effects[0] with { Gaps = 1 }] }, fact.At) : fact)],
        "with a gap");

    [Fact]
    public async Task Faults_OtherTierRecordsOrPolicyThanWasDigested_AreNamed()
    {
        Func<ApprovalRequested, ApprovalRequested>[] spoilt =
        [
            asked => asked with { Tier = 2 },
            asked => asked with { Policy = "other" },
            asked => asked with { ExpiresAt = asked.ExpiresAt.AddDays(1) },
            asked => asked with { Records = [new Contracts.Approvals.RecordVersion(Outside.Berg, 1)] },
        ];
        foreach (var spoil in spoilt)
        {
            await CaughtAsync(events => With(events, spoil), "digest is not that of its effects");
        }
    }

    [Fact]
    public async Task Faults_OneYesForTierThree_AreNamed() =>
        await CaughtAsync(events => With<ApprovalRequested>(events, asked => asked with { Tier = 3, CoolOffSeconds = 60 }), "one yes was enough");

    [Fact]
    public async Task Faults_GrantOfAVoidCard_AreNamed() =>
        await CaughtAsync(events => Before<ApprovalGranted>(events, granted => new ApprovalVoided(granted.Approval, "record-changed")), "no longer counts");

    [Fact]
    public async Task Faults_AttemptAfterADeny_AreNamed() => await CaughtAsync(
        events => Before<EffectRequested>(events, requested => new EffectJudged(requested.Effect, EffectJudged.AnswerKind.Deny, 0, "r", "s", "p")),
        "without leave");

    [Fact]
    public async Task Faults_OtherKey_AreNamed() => await CaughtAsync(events => With<EffectRequested>(events, requested => requested with { Key = "other" }), "the key does not derive");

    [Fact]
    public async Task Faults_AttemptBesideAnother_AreNamed() => await CaughtAsync(
        events => Before<EffectSucceeded>(events, _ => Requested(events) with { Attempt = 2 }),
        "while the end of another was not known");

    [Fact]
    public async Task Faults_DoneOfWhatFailed_AreNamed() => await CaughtAsync(
        events => [.. events.Select(fact => fact.Event is EffectSucceeded done ? (new EffectFailed(done.Effect, done.Attempt, MayRetry: false), fact.At) : fact)],
        "done is said of what was not done");

    private static List<(JournalEvent Event, DateTimeOffset At)> With<T>(List<(JournalEvent Event, DateTimeOffset At)> events, Func<T, T> spoil)
        where T : JournalEvent =>
        [.. events.Select(fact => fact.Event is T right ? (spoil(right), fact.At) : fact)];

    private static List<(JournalEvent Event, DateTimeOffset At)> Before<T>(List<(JournalEvent Event, DateTimeOffset At)> events, Func<T, JournalEvent> added)
        where T : JournalEvent =>
        [.. events.SelectMany(fact => fact.Event is T found ? new[] { (added(found), fact.At), fact } : [fact])];

    private static ProposalDrafted Altered(ProposalDrafted drafted) =>
        drafted with { Personal = drafted.Personal! with { EffectBytes = [drafted.Personal.EffectBytes[0].Replace("Thank", "thank", StringComparison.Ordinal)] } };

    private static EffectRequested Requested(IEnumerable<(JournalEvent Event, DateTimeOffset At)> events) =>
        events.Select(fact => fact.Event).OfType<EffectRequested>().Single();

    private static async Task CaughtAsync(Func<List<(JournalEvent Event, DateTimeOffset At)>, List<(JournalEvent Event, DateTimeOffset At)>> spoil, string about) =>
        Assert.Contains(History.FaultsIn(spoil(await RightAsync())), fault => fault.Contains(about, StringComparison.Ordinal));

    private static async Task<List<(JournalEvent Event, DateTimeOffset At)>> RightAsync()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        await harness.DecideAsync(item.Approvals[0], Contracts.Approvals.DecisionKind.Approve);
        return [.. (await harness.Process.Journal.ReadStreamAsync(StreamId.Of(item.Id), Token)).SelectMany(commit => commit.Events.Select(happened => (happened, commit.At)))];
    }
}
