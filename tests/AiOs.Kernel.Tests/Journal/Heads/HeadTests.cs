using System.Security.Cryptography;
using System.Text;
using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Journal.Heads;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Journal.Heads;

public sealed class HeadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_HeadBehind_IsFine()
    {
        await using var harness = await WorkedAsync();
        var behind = harness.Heads.Take();
        await harness.ReceiveAsync(Some.Mail(2));
        await harness.RestartAsync();
        harness.Heads.Put(behind);
        await harness.CrashAsync();

        Assert.Null(harness.Desk.FrozenBecause);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_EitherHeadAhead_Freezes(bool first)
    {
        await using var harness = await WorkedAsync();
        var item = await harness.ReceivedAsync(Some.Mail(2));
        var behind = harness.Heads.Take()[0];
        await harness.RestartAsync();
        var ahead = harness.Heads.Take()[0];
        harness.Heads.Put(first ? [ahead, behind] : [behind, ahead]);
        harness.Store.Use(tables => tables.CutAfter(2));
        await harness.CrashAsync();

        Assert.Contains("ends at position 2, but a signed head stands at 3", harness.Desk.FrozenBecause, StringComparison.Ordinal);
        Assert.Equal(first ? [ahead, behind] : [behind, ahead], harness.Heads.Take());
        Assert.NotNull(item);
    }

    [Fact]
    public async Task Open_CommitUnderTheHeadReplaced_Freezes()
    {
        await using var harness = await WorkedAsync();
        harness.Store.Use(tables => tables.Tamper(2, tables.Commits[1] with { Hash = Digest.Zero }));
        await harness.CrashAsync();

        Assert.Contains("position 2 is not the one that was signed", harness.Desk.FrozenBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ForeignHead_Freezes()
    {
        await using var harness = await WorkedAsync();
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var foreign = new WorkspaceKeys(new byte[32], own.ExportPkcs8PrivateKey());
        var head = await harness.Store.HeadAsync(Token);
        foreach (var wrong in new[] { HeadCodec.Sign(head, harness.Settings.Id, foreign), HeadCodec.Sign(head, new WorkspaceId("w2"), harness.Keys) })
        {
            harness.Heads.Put(harness.Heads.Take()[0], wrong);
            await harness.CrashAsync();

            Assert.Equal("A signed head belongs to another workspace or another key file.", harness.Desk.FrozenBecause);
        }
    }

    [Fact]
    public async Task Open_NoHeadLeft_Freezes()
    {
        await using var harness = await WorkedAsync();
        harness.Heads.Put(null, null);
        await harness.CrashAsync();

        Assert.Contains("No signed head is left", harness.Desk.FrozenBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_Frozen_CanBeReadAndNothingRuns()
    {
        await using var harness = await WorkedAsync();
        harness.Heads.Put(null, null);
        await harness.CrashAsync();
        var item = (await harness.Desk.RecentAsync(10, null, openOnly: true, Token))[0];
        await harness.DecideAsync(item.Approvals[0], Contracts.Approvals.DecisionKind.Approve);

        Assert.Equal(WorkItemState.AwaitingApproval, item.State);
        Assert.Empty(harness.Mail.Calls);
    }

    [Fact]
    public async Task Write_WhileItsDiskIsFull_DoesNotStopTheJournal()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Heads.IsFull = true;
        await harness.ReceiveAsync(Some.Mail());
        await harness.RestartAsync();

        Assert.Null(harness.Desk.FrozenBecause);
    }

    [Fact]
    public void Read_AnyByteChanged_IsRefused()
    {
        using var keys = Keys();
        var right = HeadCodec.Sign(new JournalHead(42, Digest.Of("x"u8)), new WorkspaceId("w1"), keys);
        Assert.Equal(42, HeadCodec.Read(right).Position);
        for (var index = 0; index < right.Length; index++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                byte[] wrong = [.. right];
                wrong[index] ^= (byte)(1 << bit);
                Assert.ThrowsAny<AiOsException>(() => HeadCodec.Read(wrong));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"hash":1,"position":"x","publicKey":null,"signature":[],"workspace":{}}""")]
    public void Read_NoHead_IsRefused(string text) => Assert.ThrowsAny<AiOsException>(() => HeadCodec.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Read_WhiteSpaceOrSpareBits_AreRefused()
    {
        using var keys = Keys();
        var text = Encoding.UTF8.GetString(HeadCodec.Sign(new JournalHead(42, Digest.Of("x"u8)), new WorkspaceId("w1"), keys));
        var end = text.IndexOf("==\"", StringComparison.Ordinal) - 1;
        foreach (var other in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".Where(letter => letter != text[end]))
        {
            Assert.ThrowsAny<AiOsException>(() => HeadCodec.Read(Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, end), other.ToString(), text.AsSpan(end + 1)))));
        }

        Assert.ThrowsAny<AiOsException>(() => HeadCodec.Read(Encoding.UTF8.GetBytes(" " + text)));
        Assert.ThrowsAny<AiOsException>(() => HeadCodec.Read(Encoding.UTF8.GetBytes(text.Replace(",\"position", ", \"position", StringComparison.Ordinal))));
    }

    private static WorkspaceKeys Keys()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new WorkspaceKeys(new byte[32], key.ExportPkcs8PrivateKey());
    }

    /// <summary>Two commits, and heads that say so.</summary>
    private static async Task<KernelHarness> WorkedAsync()
    {
        var harness = await KernelHarness.StartAsync();
        await harness.ReceiveAsync(Some.Mail());
        await harness.RestartAsync();
        return harness;
    }
}
