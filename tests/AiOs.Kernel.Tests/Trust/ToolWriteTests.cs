using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;

namespace AiOs.Kernel.Tests.Trust;

/// <summary>
/// TRUST.md R1 and R3 for tools of a shop, over real HTTP and with the policy that comes with the program: every write waits, each approved one happens once
/// across a crash wherever it comes, and no other ever.
/// </summary>
public sealed class ToolWriteTests
{
    private const int MostCrossings = 60;

    private static readonly int[] OnlyApprovedOnce = [1, 0, 1, 0];
    private static readonly WorkItemState[] AllDecided = [WorkItemState.Done, WorkItemState.Rejected, WorkItemState.Done, WorkItemState.AwaitingApproval];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(OutcomeClass.Keyed)]
    [InlineData(OutcomeClass.Queryable)]
    [InlineData(OutcomeClass.Neither)]
    public async Task Write_Undecided_WaitsAndReachesNobody(OutcomeClass outcomeClass)
    {
        await using var run = await ToolWriteRun.StartAsync(outcomeClass, Token);

        Assert.All(await run.StatesAsync(), state => Assert.Equal(WorkItemState.AwaitingApproval, state));
        Assert.Empty(run.Shop.Came);
    }

    [Theory]
    [InlineData(OutcomeClass.Keyed)]
    [InlineData(OutcomeClass.Queryable)]
    public async Task Write_CrashAtEachCrossing_HappensOnceWhereApproved(OutcomeClass outcomeClass)
    {
        var crashes = 0;
        for (var crossing = 1; crossing <= MostCrossings; crossing++)
        {
            await using var run = await ToolWriteRun.StartAsync(outcomeClass, Token);
            await run.DecideAsync(crossing);

            Assert.Equal(OnlyApprovedOnce, run.Made());
            Assert.Equal(2, run.Shop.Made.Count);
            Assert.Equal(AllDecided, await run.StatesAsync());
            if (run.Crashes == 0)
            {
                break;
            }

            crashes++;
        }

        Assert.InRange(crashes, 10, MostCrossings - 1);
    }

    [Theory]
    [InlineData(OutcomeClass.Keyed, false)]
    [InlineData(OutcomeClass.Keyed, true)]
    [InlineData(OutcomeClass.Queryable, false)]
    [InlineData(OutcomeClass.Queryable, true)]
    public async Task Write_CrashWhileTheShopHasTheCall_HappensOnce(OutcomeClass outcomeClass, bool whenMade)
    {
        await using var run = await ToolWriteRun.StartAsync(outcomeClass, Token);
        run.DieAtTheShop(whenMade);
        await run.DecideAsync();

        Assert.Equal(1, run.Crashes);
        Assert.Equal(OnlyApprovedOnce, run.Made());
        Assert.Equal(AllDecided, await run.StatesAsync());
    }

    /// <summary>Where the shop gives us nothing better there is one attempt, and the operator is told that nobody knows.</summary>
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Write_CrashAtAShopThatKnowsNothing_IsToldAndNotRepeated(bool whenMade, int made)
    {
        await using var run = await ToolWriteRun.StartAsync(OutcomeClass.Neither, Token);
        run.DieAtTheShop(whenMade);
        await run.DecideAsync();

        Assert.Equal([made, 0, 1, 0], run.Made());
        Assert.Equal([WorkItemState.OutcomeUnknown, .. AllDecided[1..]], await run.StatesAsync());
    }

    /// <summary>The control: a shop that takes our key and forgets it, and one that hides what it made, are seen in the same log.</summary>
    [Theory]
    [InlineData(OutcomeClass.Keyed)]
    [InlineData(OutcomeClass.Queryable)]
    public async Task Write_CrashAtAShopThatBreaksItsWord_IsSeenTwice(OutcomeClass outcomeClass)
    {
        await using var run = await ToolWriteRun.StartAsync(outcomeClass, Token);
        (run.Shop.ForgetsKeys, run.Shop.HidesCalls) = (true, true);
        run.DieAtTheShop(whenMade: true);
        await run.DecideAsync();

        Assert.Equal([2, 0, 1, 0], run.Made());
    }

    /// <summary>The control: a tool that says of itself that it touches nobody does not wait.</summary>
    [Fact]
    public async Task Write_OfAToolThatLiesAboutItself_DoesNotWait()
    {
        await using var run = await ToolWriteRun.StartAsync(OutcomeClass.Keyed, EffectCategory.Internal, Token);

        Assert.Equal([1, 1, 1, 1], run.Made());
    }
}
