using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.WorkItems;

/// <summary>What was prepared outside the writer counts only while nothing that was read for it has moved.</summary>
public sealed class StalenessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receive_RecordMovesWhileTheAgentDrafts_IsDraftedAnewOnTheNewValue()
    {
        await using var harness = await KnownAsync();
        harness.Agent.Write = brief => Moving(harness, brief, times: 1);
        var item = await harness.ReceivedAsync(Some.Mail(2));
        var briefs = harness.Agent.Briefs.Skip(1).ToArray();

        Assert.Equal([1L, 2L], briefs.Select(brief => Assert.Single(brief.Facts).Version));
        Assert.Contains("to Bonn 1", item.Effects[0].Preview, StringComparison.Ordinal);
        Assert.Equal(WorkItemState.AwaitingApproval, item.State);
        Assert.Single((await EventsOfAsync(harness, item.Id)).OfType<ProposalDrafted>());
    }

    [Fact]
    public async Task Redraft_RecordMovesWhileTheAgentDrafts_IsDraftedAnew()
    {
        await using var harness = await KnownAsync();
        harness.Agent.Write = brief => Moving(harness, brief, times: 0);
        var item = await harness.ReceivedAsync(Some.Mail(2));
        harness.Agent.Write = brief => Moving(harness, brief, times: 1);
        item = (await harness.DecideAsync(item.Approvals[0], DecisionKind.Change, "Shorter.")).Item!;

        Assert.Equal([1L, 1L, 2L], harness.Agent.Briefs.Skip(1).Select(brief => Assert.Single(brief.Facts).Version));
        Assert.Contains("to Bonn 1", item.Effects[^1].Preview, StringComparison.Ordinal);
        Assert.Equal(2, (await EventsOfAsync(harness, item.Id)).OfType<ProposalDrafted>().Count());
    }

    [Fact]
    public async Task Receive_RecordNeverStandsStill_IsToldToComeAgainAndNothingIsKept()
    {
        await using var harness = await KnownAsync();
        harness.Agent.Write = brief => Moving(harness, brief, times: int.MaxValue);
        var fault = await Assert.ThrowsAsync<AiOsException>(() => harness.ReceiveAsync(Some.Mail(2)));
        harness.Agent.Write = brief => Moving(harness, brief, times: 0);

        Assert.True(fault.IsTransient);
        Assert.Single(await harness.Desk.RecentAsync(10, null, openOnly: false, Token));
        Assert.False((await harness.ReceiveAsync(Some.Mail(2))).Repeated);
    }

    [Fact]
    public async Task Approve_AfterTheRecordMoved_IsVoidAndAskedAgainWithTheDifference()
    {
        await using var harness = await KnownAsync();
        harness.Agent.Write = brief => Moving(harness, brief, times: 0);
        var item = await harness.ReceivedAsync(Some.Mail(2));
        await MoveAsync(harness, "Bonn 1");
        var outcome = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        var again = await harness.DecideAsync(outcome.Item!.Approvals[^1], DecisionKind.Approve);

        Assert.False(outcome.Accepted);
        Assert.Contains("city of client/berg was \"Köln\" and is \"Bonn 1\" now.", outcome.Sentence, StringComparison.Ordinal);
        Assert.Equal(["voided", "open"], outcome.Item.Approvals.Select(approval => approval.State));
        Assert.Equal(["city of client/berg was \"Köln\" and is \"Bonn 1\" now."], outcome.Item.Approvals[^1].Differences);
        Assert.Equal((true, WorkItemState.Done), (again.Accepted, again.Item!.State));
        Assert.Single(harness.Mail.Calls);
        Assert.Empty(History.FaultsIn(await harness.Process.Journal.ReadStreamAsync(StreamId.Of(item.Id), Token)));
    }

    [Fact]
    public async Task Approve_AfterTheRecordMovedBack_StandsOnTheSameValues()
    {
        await using var harness = await KnownAsync();
        harness.Agent.Write = brief => Moving(harness, brief, times: 0);
        var item = await harness.ReceivedAsync(Some.Mail(2));
        await MoveAsync(harness, "Bonn 1");
        await MoveAsync(harness, "Köln");

        Assert.True((await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve)).Accepted);
    }

    /// <summary>A workspace that knows where Anna lives.</summary>
    private static async Task<KernelHarness> KnownAsync()
    {
        var harness = await KernelHarness.StartAsync();
        harness.Agent.Write = _ => Some.Proposal(Some.Client("Köln"));
        Assert.Equal(WorkItemState.Done, (await harness.ReceivedAsync()).State);
        return harness;
    }

    /// <summary>Drafts a mail from what is known, and moves it behind its own back that often.</summary>
    private static ProposalDraft Moving(KernelHarness harness, AgentBrief brief, int times)
    {
        var record = Assert.Single(brief.Facts);
        if (record.Version <= times)
        {
            MoveAsync(harness, "Bonn " + record.Version).GetAwaiter().GetResult();
        }

        return Some.Proposal(Some.Email("We send it to " + record.Fields["city"].Value)) with
        {
            Evidence = [new Evidence("record " + record.Id, record.Version, record.Fields["city"].Value, Provenance.Record)],
        };
    }

    private static Task<AppendResult> MoveAsync(KernelHarness harness, string city) => harness.Process.Journal.AppendAsync(
        new AppendRequest
        {
            Stream = StreamId.Of(Outside.Berg),
            Cause = "test",
            Decide = at =>
            [
                new RecordWritten(Outside.Berg, at.State.Version + 1, Facts.Mail)
                {
                    Personal = new RecordWritten.Values(new Dictionary<string, RecordField> { ["city"] = new(city, Provenance.Operator) }),
                },
            ],
        },
        Token);

    private static async Task<IEnumerable<JournalEvent>> EventsOfAsync(KernelHarness harness, WorkItemId id) =>
        (await harness.Process.Journal.ReadStreamAsync(StreamId.Of(id), Token)).SelectMany(commit => commit.Events);
}
