using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Doubles;

namespace AiOs.Kernel.Tests.Reconciling;

/// <summary>What nobody could tell is settled by the outside where it shows it, and by nothing else.</summary>
public sealed class UnknownOutcomeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("found", WorkItemState.Done, "1", "1")]
    [InlineData("not-found", WorkItemState.OutcomeUnknown, "1", "0")]
    [InlineData("cannot-tell", WorkItemState.OutcomeUnknown, "1", "0")]
    [InlineData("throws", WorkItemState.OutcomeUnknown, "1", "0")]
    public async Task Run_UnknownOutcome_IsSettledOnlyWhereItIsFound(string answer, WorkItemState end, string looked, string settled)
    {
        var mail = Lost(answer);
        await using var nightly = await Nightly.StartAsync(mail);
        var item = await nightly.Harness.ReceivedAsync();
        await nightly.Harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        Assert.Equal(WorkItemState.OutcomeUnknown, (await nightly.Harness.ViewAsync(item.Id)).State);

        var proof = await nightly.ProvedAsync();
        Assert.Equal((looked, settled), (proof["Unknown outcomes looked at"], proof["Unknown outcomes settled"]));
        await nightly.Harness.RestartAsync();
        await nightly.Harness.TickAsync(TimeSpan.FromHours(2));
        var after = await nightly.Harness.ViewAsync(item.Id);
        Assert.Equal((end, 1), (after.State, mail.Calls.Count));
        Assert.Empty(History.FaultsIn(await nightly.Harness.Process.Journal.ReadStreamAsync(StreamId.Of(item.Id), Token)));
        if (end is WorkItemState.Done) Assert.Equal("It is in the folder Sent.", after.Effects.Single().Detail);
    }

    [Fact]
    public async Task Run_UnknownInAPlanOfTwo_GoesOnWithTheSecondOnce()
    {
        var mail = Lost("found");
        await using var nightly = await Nightly.StartAsync(mail);
        nightly.Harness.Agent.Write = _ => Some.Proposal(Some.Email("first"), Some.Email("second"));
        var item = await nightly.Harness.ReceivedAsync();
        await nightly.Harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        mail.Answer = (_, _, _) => Task.FromResult<EffectResult?>(null);

        Assert.Equal("1", (await nightly.ProvedAsync())["Unknown outcomes settled"]);
        Assert.Equal(2, mail.Calls.Count);
        Assert.Contains("second", mail.Done.Single().Bytes, StringComparison.Ordinal);
        Assert.Equal(WorkItemState.Done, (await nightly.Harness.ViewAsync(item.Id)).State);
    }

    [Fact]
    public async Task Run_OperatorWasFaster_ChangesNothingAnyMore()
    {
        await using var nightly = await Nightly.StartAsync(Lost("found"));
        var item = await nightly.Harness.ReceivedAsync();
        await nightly.Harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        await nightly.Harness.SettleAsync(await nightly.Harness.ViewAsync(item.Id), Settlement.DidNotHappen);
        Assert.Equal("0", (await nightly.ProvedAsync())["Unknown outcomes looked at"]);
        Assert.Equal(WorkItemState.Failed, (await nightly.Harness.ViewAsync(item.Id)).State);
    }

    private static ScriptedConnector Lost(string answer) => new()
    {
        Answer = (_, _, _) => Task.FromResult<EffectResult?>(new EffectResult.Unknown("The answer was lost.")),
        Find = (_, key) => answer switch
        {
            "found" => new EffectLookUp.Found(key, "It is in the folder Sent."),
            "not-found" => new EffectLookUp.NotFound(),
            "cannot-tell" => new EffectLookUp.CannotTell("The mailbox is away."),
            _ => throw new InvalidOperationException("a test broke it"),
        },
    };
}
