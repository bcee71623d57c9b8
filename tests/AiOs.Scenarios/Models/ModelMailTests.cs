using System.Globalization;
using System.Net;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;
using AiOs.Testing.Models.Chat;

namespace AiOs.Scenarios.Models;

/// <summary>The real host with a model over real HTTP: its words are on the card, its faults lose nothing, and every cent is accounted for.</summary>
public sealed class ModelMailTests
{
    private const string Cap = """
        version: 1
        caps:
          model: { day: 0.50 }
        rules: []
        """;

    private const string NoCap = """
        version: 1
        rules: []
        """;

    [Fact]
    public async Task Mail_WithAModel_IsAcknowledgedWordedAndAsked()
    {
        await using var host = await ModelHost.StartAsync();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Model.Hold = gate.Task;

        var taken = (await host.Web.MailAsync(Mails.Unpriced(Mails.Mark()))).MustBe(HttpStatusCode.OK).Json;
        Assert.Equal("working", taken.GetProperty("state").GetString());
        gate.SetResult();
        var item = await host.RestAsync(taken.GetProperty("workItem").GetString()!);

        Assert.Equal("awaiting-approval", item.GetProperty("state").GetString());
        Assert.True(item.ToString().Contains("your studio sounds lovely", StringComparison.Ordinal), item.ToString());
        Assert.Contains("hanna@lindqvist.example", item.ToString(), StringComparison.Ordinal);
        (await host.Web.DecideAsync(item, "approve")).MustBe(HttpStatusCode.OK);
        Assert.Contains("your studio sounds lovely", Assert.Single(host.Folder.Mails()), StringComparison.Ordinal);
        Assert.Equal(0, await host.Host.StopAsync());
    }

    [Theory]
    [InlineData(ChatFault.TooManyForLong, "has too much to do")]
    [InlineData(ChatFault.Broken, "the model server failed")]
    [InlineData(ChatFault.Unauthorised, "the model server refused")]
    [InlineData(ChatFault.Hang, "did not answer in time")]
    [InlineData(ChatFault.Stall, "did not answer in time")]
    [InlineData(ChatFault.CutStream, "broke off")]
    [InlineData(ChatFault.NoProtocol, "broke off")]
    [InlineData(ChatFault.Malformed, "could not be used")]
    [InlineData(ChatFault.WrongSchema, "could not be used")]
    [InlineData(ChatFault.Empty, "could not be used")]
    [InlineData(ChatFault.Oversized, "far too long")]
    public async Task Mail_ModelThatFails_IsDraftedWithoutItAndSaysSo(ChatFault fault, string why)
    {
        await using var host = await ModelHost.StartAsync(seconds: fault is ChatFault.Hang or ChatFault.Stall ? 15 : 60);
        host.Model.Always = fault;

        var item = await host.MailAsync(Mails.Mark());

        Assert.True(host.Model.Calls > 0);
        Assert.Equal("awaiting-approval", item.GetProperty("state").GetString());
        var page = await host.PageAsync(item);
        Assert.Contains("no model had a part in this", page, StringComparison.Ordinal);
        Assert.Contains(why, page, StringComparison.Ordinal);
        (await host.Web.DecideAsync(item, "approve")).MustBe(HttpStatusCode.OK);
        Assert.Single(host.Folder.Mails());
    }

    [Fact]
    public async Task Mail_HostKilledWhileTheModelThinks_IsDraftedAfterTheNextStart()
    {
        await using var host = await ModelHost.StartAsync();
        host.Model.Hold = new TaskCompletionSource().Task;
        var taken = (await host.Web.MailAsync(Mails.Unpriced(Mails.Mark()))).MustBe(HttpStatusCode.OK).Json;
        await WaitAsync(() => host.Model.Calls > 0);
        await host.Host.KillAsync();
        host.Model.Hold = Task.CompletedTask;
        await host.RestartAsync();

        var item = await host.RestAsync(taken.GetProperty("workItem").GetString()!);

        Assert.Equal("awaiting-approval", item.GetProperty("state").GetString());
        Assert.True(item.ToString().Contains("your studio sounds lovely", StringComparison.Ordinal), item.ToString());
    }

    [Fact]
    public async Task Costs_OfFiftyCalls_AreWhatTheServerCounted()
    {
        await using var host = await ModelHost.StartAsync(NoCap);
        var ids = new List<string>();
        for (var i = 0; i < 50; i++)
        {
            ids.Add((await host.Web.MailAsync(Mails.Unpriced(Mails.Mark()))).MustBe(HttpStatusCode.OK).Json.GetProperty("workItem").GetString()!);
        }

        foreach (var id in ids)
        {
            await host.RestAsync(id);
        }

        var euros = (host.Model.Cents / 100m).ToString("F2", CultureInfo.InvariantCulture);

        Assert.True(host.Model.Answered >= 50, $"only {host.Model.Answered} calls");
        Assert.True(host.Model.Billionths % 1_000_000_000 != 0, "the sum has a fraction of a cent");
        var exactly = ((decimal)host.Model.Billionths / 100_000_000_000m).ToString("0.##############", CultureInfo.InvariantCulture);
        var page = await host.CostAsync();
        Assert.Contains($"{euros} EUR", page, StringComparison.Ordinal);
        Assert.Contains($"{exactly} EUR", page, StringComparison.Ordinal);
        var said = (await host.Web.TextAsync("/cost")).MustBe(HttpStatusCode.OK).Text;
        Assert.Contains($"{euros} EUR this month ({exactly} EUR exactly)", said, StringComparison.Ordinal);
        Assert.Contains($"{euros} EUR", (await host.Web.TextAsync("/digest")).MustBe(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Tally.Say($"models: {host.Model.Answered} calls, {host.Model.InputTokens} + {host.Model.OutputTokens} tokens, the server counted {exactly} EUR, the host {exactly} EUR");
    }

    [Fact]
    public async Task Cap_OfHalfAEuro_StopsThereAndTheDraftsGoOn()
    {
        await using var host = await ModelHost.StartAsync(Cap, dearer: 4);
        var stopped = 0;
        for (var i = 0; i < 80 && stopped < 3; i++)
        {
            var item = await host.MailAsync(Mails.Mark());
            Assert.Equal("awaiting-approval", item.GetProperty("state").GetString());
            stopped += (await host.PageAsync(item)).Contains("Model money is capped at 0.50 EUR a day", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.Equal(3, stopped);
        Assert.InRange((long)host.Model.Billionths, 25_000_000_000, 50_000_000_000);
        Tally.Say($"models: a cap of 0.50 EUR stopped at {(decimal)host.Model.Billionths / 100_000_000_000m} EUR after {host.Model.Answered} calls");
    }

    [Fact]
    public async Task Overhead_PerTurn_IsOursAlone()
    {
        await using var host = await ModelHost.StartAsync(NoCap);
        await host.MailAsync(Mails.Mark());
        var turns = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var calls = host.Model.Calls;
            var started = TimeProvider.System.GetTimestamp();
            (await host.Web.MailAsync(Mails.Unpriced(Mails.Mark()))).MustBe(HttpStatusCode.OK);
            await WaitAsync(() => host.Model.Calls > calls);
            turns.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }

        turns.Sort();
        Tally.Say(string.Create(CultureInfo.InvariantCulture, $"models: from the mail over HTTP to the question at the model's door (acknowledged, classified, drafted, money set aside) p50 {turns[10]:F0} ms, p90 {turns[18]:F0} ms, over {turns.Count} turns; the scripted model answers at once"));
        Assert.Equal(20, turns.Count);
    }

    private static async Task WaitAsync(Func<bool> holds)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < HostFolder.Patience, "it never came to be");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
