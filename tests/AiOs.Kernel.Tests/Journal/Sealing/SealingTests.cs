using System.Text;
using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Journal.Sealing;

public sealed class SealingTests
{
    private static readonly string[] Words =
    [
        "canary-of-the-text", "canary-of-the-subject", "canary-of-the-name", "canary-sender@berg.example", "canary-of-the-raw", "canary-of-the-file",
        "canary-of-the-draft", "canary-of-the-summary", "canary-of-the-reason", "canary-of-the-answer", "canary-of-the-change", "canary-of-the-note",
        "canary-of-the-record", "canary-of-the-outcome", "canary-of-the-dedupe", "canary-of-the-question", "canary-of-the-finding", "canary-of-the-big-raw",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stored_AfterEverything_HoldsNoPersonalWord()
    {
        await using var harness = await KernelHarness.StartAsync();
        await EverythingAsync(harness);

        Assert.Empty(Canaries.FoundIn(harness, Words));
        Assert.True(harness.Store.Commits().Count > 10 && harness.Blobs.All.Count == 2);
    }

    /// <summary>The control: the words are in there, and whoever has the keys finds each of them.</summary>
    [Fact]
    public async Task Stored_AfterEverything_HoldsEachWordForWhoHasTheKey()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await EverythingAsync(harness);
        var vault = harness.Process.Get<Vault>();
        var opened = new List<(string, byte[])>();
        foreach (var commit in harness.Store.Commits())
        {
            if (await harness.Store.FindKeyAsync(commit.Stream, Token) is { } key && commit.Bytes.Span.IndexOf("\"sealed\":\""u8) is >= 0 and var at)
            {
                var text = Encoding.ASCII.GetString(commit.Bytes.Span[(at + 10)..]);
                opened.Add(("opened", Vault.Unseal(vault.Open(key), Convert.FromBase64String(text[..text.IndexOf('"', StringComparison.Ordinal)]), Encoding.ASCII.GetBytes($"{commit.Stream}\n{commit.Version}"))));
            }
        }

        string[] elsewhere = ["canary-of-the-dedupe", "canary-of-the-file", "canary-of-the-big-raw"];
        Assert.All(Words.Except(elsewhere), word => Assert.NotEmpty(Canaries.FoundIn(opened, word)));
        Assert.NotEmpty(Canaries.FoundIn([("here", Encoding.ASCII.GetBytes(Convert.ToBase64String("x canary-of-the-text"u8)))], Words[0]));
        Assert.NotEmpty(Canaries.FoundIn([("here", Encoding.Unicode.GetBytes("x canary-of-the-text"))], Words[0]));
        Assert.NotNull(item.Message);
    }

    [Fact]
    public async Task Unseal_AtAnotherPlaceOrChanged_DoesNotOpen()
    {
        await using var harness = await KernelHarness.StartAsync();
        var vault = harness.Process.Get<Vault>();
        var key = vault.NewKey(new StreamId("work/1"));
        var other = vault.NewKey(new StreamId("work/2"));
        var sealedBytes = vault.Seal(key, "secret"u8, "work/1\n1"u8);
        Assert.Equal("secret"u8.ToArray(), Vault.Unseal(key, sealedBytes, "work/1\n1"u8));
        Assert.Throws<AiOsException>(() => Vault.Unseal(key, sealedBytes, "work/1\n2"u8));
        Assert.Throws<AiOsException>(() => Vault.Unseal(key, sealedBytes, "work/2\n1"u8));
        Assert.Throws<AiOsException>(() => Vault.Unseal(other, sealedBytes, "work/1\n1"u8));
        Assert.Throws<AiOsException>(() => vault.Open(key.Stored with { Stream = other.Stream }));
        Assert.Throws<AiOsException>(() => Vault.Unseal(key, sealedBytes.AsSpan(0, 20), "work/1\n1"u8));
        for (var index = 0; index < sealedBytes.Length; index++)
        {
            sealedBytes[index] ^= 1;
            Assert.Throws<AiOsException>(() => Vault.Unseal(key, sealedBytes, "work/1\n1"u8));
            sealedBytes[index] ^= 1;
        }
    }

    [Fact]
    public async Task Seal_SameWordsTwice_LooksDifferent()
    {
        await using var harness = await KernelHarness.StartAsync();
        var vault = harness.Process.Get<Vault>();
        var key = vault.NewKey(new StreamId("work/1"));

        Assert.NotEqual(vault.Seal(key, "secret"u8, "a"u8), vault.Seal(key, "secret"u8, "a"u8));
        Assert.NotEqual(vault.NewKey(new StreamId("work/1")).Secret, key.Secret);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(199)]
    [InlineData(200)]
    [InlineData(100_000)]
    public async Task Seal_AnyLength_ComesBack(int length)
    {
        await using var harness = await KernelHarness.StartAsync();
        var vault = harness.Process.Get<Vault>();
        var key = vault.NewKey(new StreamId("work/1"));
        var noise = new byte[length];
        new Random(3).NextBytes(noise);
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("word ", (length / 5) + 1))[..length]);

        Assert.Equal(noise, Vault.Unseal(key, vault.Seal(key, noise, "a"u8), "a"u8));
        Assert.Equal(text, Vault.Unseal(key, vault.Seal(key, text, "a"u8), "a"u8));
        Assert.True(length < 1000 || vault.Seal(key, text, "a"u8).Length < length / 10);
    }

    [Fact]
    public async Task Forgotten_KeyDestroyed_FoldsOnWithoutWordsAndTheChainHolds()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await EverythingAsync(harness);
        var waiting = await harness.ReceivedAsync(Some.Mail(50));
        harness.Store.Use(tables => tables.Keys.Clear());
        await harness.RestartAsync();
        var after = await harness.ViewAsync(item.Id);
        var refused = await harness.DecideAsync(waiting.Approvals[0], DecisionKind.Reject, "a reason");

        Assert.Equal(item.State, after.State);
        Assert.Equal(item.Approvals.Select(approval => (approval.Id, approval.State, approval.Digest)), after.Approvals.Select(approval => (approval.Id, approval.State, approval.Digest)));
        Assert.Equal(item.Intent!.Category, after.Intent!.Category);
        Assert.Null(after.Message);
        Assert.All(after.Effects, effect => Assert.Equal("Forgotten", effect.Title));
        Assert.Equal((false, WorkItemState.AwaitingApproval), (refused.Accepted, refused.Item!.State));
        Assert.Null(refused.Item.Approvals[0].Nonce);
        Assert.True((await harness.Desk.VerifyAsync(Token)).Ok);
        Assert.True((await harness.Process.Workspace.RebuildAsync(Token)).Same);
        Assert.NotEmpty(await harness.Desk.TimelineAsync(item.Id, Token));
    }

    [Fact]
    public async Task Forgotten_ApprovedAfterwards_IsNeverSent()
    {
        await using var harness = await KernelHarness.StartAsync();
        var waiting = await harness.ReceivedAsync();
        harness.Store.Use(tables => tables.Keys.Clear());
        await harness.RestartAsync();
        await Record.ExceptionAsync(() => harness.DecideAsync(waiting.Approvals[0], DecisionKind.Approve));
        await harness.TickAsync(TimeSpan.FromMinutes(5));

        Assert.Empty(harness.Mail.Calls);
        Assert.DoesNotContain("outcome-unknown", (await harness.Desk.TimelineAsync(waiting.Id, Token)).Select(entry => entry.Type));
    }

    [Fact]
    public async Task Hashes_OfPeopleAndRepeats_DependOnTheKey()
    {
        await using var one = await KernelHarness.StartAsync(seed: 1);
        await using var two = await KernelHarness.StartAsync(seed: 2);
        var (first, second) = (one.Process.Get<Vault>(), two.Process.Get<Vault>());

        Assert.Equal(first.PersonHash(" Anna@Berg.example "), first.PersonHash("anna@berg.example"));
        Assert.NotEqual(first.PersonHash("anna@berg.example"), second.PersonHash("anna@berg.example"));
        Assert.NotEqual(first.PersonHash("anna@berg.example"), first.DedupeHash("anna@berg.example"));
        Assert.Matches("^[0-9a-f]{32}$", first.DedupeHash("x"));
    }

    /// <summary>One work item that goes every way there is, with a word of its own in each part.</summary>
    private static async Task<WorkItemView> EverythingAsync(KernelHarness harness)
    {
        harness.Intake.Read = _ => new Contracts.Intake.Intent
        {
            Category = Contracts.Intake.Category.Inquiry,
            Confidence = new Contracts.Intake.Confidence(930),
            Sure = true,
            Fields = [new Contracts.Intake.ExtractedField(Contracts.Intake.FieldName.Topic, "canary-of-the-finding", "canary-of-the-finding")],
        };
        harness.Agent.Write = brief => Some.Proposal(Some.Email("canary-of-the-draft"), Some.Note("canary-of-the-note"), Some.Client("canary-of-the-record", expected: brief.Facts.Count))
            with
        { Summary = "canary-of-the-summary", Question = "canary-of-the-question" };
        harness.Mail.Answer = (_, permit, _) => Task.FromResult<Contracts.Effects.EffectResult?>(new Contracts.Effects.EffectResult.Done("canary-of-the-outcome", "canary-of-the-outcome"));
        var rejected = await harness.ReceivedAsync(Message(1, new string(' ', 20_000) + "canary-of-the-big-raw"));
        await harness.DecideAsync(rejected.Approvals[0], DecisionKind.Reject, "canary-of-the-reason");
        var item = await harness.ReceivedAsync(Message(2, "canary-of-the-raw"));
        item = (await harness.DecideAsync(item.Approvals[0], DecisionKind.Change, "canary-of-the-change")).Item!;
        item = (await harness.AnswerAsync(item.Id, "canary-of-the-answer")).Item!;
        item = (await harness.DecideAsync(item.Approvals[^1], DecisionKind.Approve)).Item!;
        Assert.Equal(WorkItemState.Done, item.State);
        return item;
    }

    private static InboundMessage Message(int number, string raw)
    {
        var mail = Some.Mail(number, "canary-of-the-text " + string.Concat(Enumerable.Repeat("canary-of-the-text ", 40)), "canary-of-the-subject", raw, number == 1 ? [new InboundFile("a.txt", "text/plain", "canary-of-the-file"u8.ToArray())] : []);
        return mail with
        {
            DedupeKey = "canary-of-the-dedupe" + number,
            Content = mail.Content with { Sender = new Mailbox("canary-of-the-name", "canary-sender@berg.example") },
        };
    }
}
