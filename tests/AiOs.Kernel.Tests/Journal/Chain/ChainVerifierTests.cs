using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Journal.Chain;

public sealed class ChainVerifierTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_WholeChain_IsOk()
    {
        await using var harness = await WorkedAsync();
        var report = await harness.Desk.VerifyAsync(Token);

        Assert.Equal(new ChainReport(true, 7, null, "Chain verified: 7 commits, every link and the signed head."), report);
    }

    [Fact]
    public async Task Verify_AnyByteChanged_IsFoundAtItsPosition()
    {
        await using var harness = await WorkedAsync();
        var tried = 0;
        foreach (var commit in harness.Store.Commits())
        {
            for (var index = (int)commit.Position; index < commit.Bytes.Length; index += 23)
            {
                var bytes = commit.Bytes.ToArray();
                bytes[index] ^= (byte)(1 << (index % 8));
                await FoundAsync(harness, commit, commit with { Bytes = bytes });
                tried++;
            }
        }

        Assert.True(tried >= 300, $"only {tried} bytes were changed");
    }

    [Fact]
    public async Task Verify_ColumnsChanged_IsFound()
    {
        await using var harness = await WorkedAsync();
        var third = harness.Store.Commits()[2];

        await FoundAsync(harness, third, third with { Hash = Digest.Zero });
        await FoundAsync(harness, third, third with { Position = 4 }, at: 4);
    }

    [Fact]
    public async Task Verify_Swapped_IsFoundAtTheFirst()
    {
        await using var harness = await WorkedAsync();
        harness.Store.Use(tables => (tables.Commits[2], tables.Commits[3]) = (tables.Commits[3], tables.Commits[2]));

        Assert.Equal(4, (await harness.Desk.VerifyAsync(Token)).Position);
    }

    [Fact]
    public async Task Verify_Removed_IsFoundAtTheGap()
    {
        await using var harness = await WorkedAsync();
        harness.Store.Use(tables => tables.Commits.RemoveAt(2));
        var report = await harness.Desk.VerifyAsync(Token);

        Assert.Equal((false, 2L, 4L), (report.Ok, report.Commits, report.Position));
        Assert.Contains("its position is 4 where 3 is due", report.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_TailCut_IsFoundBySignedHead()
    {
        await using var harness = await WorkedAsync();
        await harness.RestartAsync();
        harness.Store.Use(tables => tables.CutAfter(5));
        var report = await harness.Desk.VerifyAsync(Token);

        Assert.False(report.Ok);
        Assert.Contains("ends at position 5, but a signed head stands at 7", report.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WholeJournalOfAnotherKey_IsFoundBySignedHead()
    {
        await using var harness = await WorkedAsync();
        await harness.RestartAsync();
        await using var other = await WorkedAsync(seed: 2);
        var commits = other.Store.Commits();
        harness.Store.Use(tables =>
        {
            tables.Commits.Clear();
            tables.Commits.AddRange(commits);
        });

        Assert.Contains("is not the one that was signed", (await harness.Desk.VerifyAsync(Token)).Sentence, StringComparison.Ordinal);
    }

    private static async Task FoundAsync(KernelHarness harness, StoredCommit right, StoredCommit wrong, long? at = null)
    {
        harness.Store.Use(tables => tables.Tamper(right.Position, wrong));
        var report = await harness.Desk.VerifyAsync(Token);
        harness.Store.Use(tables => tables.Tamper(right.Position, right));

        Assert.Equal((false, right.Position - 1), (report.Ok, Math.Min(report.Commits, right.Position - 1)));
        Assert.Equal(at ?? right.Position, report.Position);
    }

    private static async Task<KernelHarness> WorkedAsync(int seed = 1)
    {
        var harness = await KernelHarness.StartAsync(seed);
        var item = await harness.ReceivedAsync();
        var changed = await harness.DecideAsync(item.Approvals[0], DecisionKind.Change, "Say Monday.");
        await harness.DecideAsync(changed.Item!.Approvals[^1], DecisionKind.Approve);
        await harness.ReceivedAsync(Some.Mail(2));
        return harness;
    }
}
