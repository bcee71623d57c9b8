using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Playbooks;

/// <summary>One invoice over three weeks, each with another end.</summary>
public sealed class InvoiceChaseTests
{
    [Fact]
    public async Task Chase_NobodyPaysOrAnswers_SendsTwoMailsAndAsks()
    {
        await using var harness = await BegunAsync();
        var run = await harness.RunAsync();

        Assert.Equal("Invoice chase, step 1 of 6: friendly reminder, for invoice/2026-17", await harness.SummaryAsync(run.Id));
        Assert.Empty(harness.Mail.Done);
        await harness.DecideAsync(run);
        Assert.Contains("anna@berg.example", Sent(harness, 0), StringComparison.Ordinal);
        Assert.Contains("Hello Berg GmbH", Sent(harness, 0), StringComparison.Ordinal);
        Assert.Contains("invoice 2026-17 over 1200.50 EUR, which was due on 2026-11-01", Sent(harness, 0), StringComparison.Ordinal);
        await harness.TickAsync(TimeSpan.FromDays(6.9));
        Assert.Contains("step 2 of 6", await harness.SummaryAsync(run.Id), StringComparison.Ordinal);
        await harness.TickAsync(TimeSpan.FromDays(0.2));
        await harness.DecideAsync(run);
        await harness.TickAsync(TimeSpan.FromDays(7.1));
        var asked = await harness.ViewAsync(run.Id);
        Assert.Equal(WorkItemState.NeedsAnswer, asked.State);
        Assert.Contains("What shall be done about it?", asked.Question, StringComparison.Ordinal);
        await harness.AnswerAsync(run.Id, "Give it to the lawyer.");

        Assert.Equal(WorkItemState.Done, (await harness.ViewAsync(run.Id)).State);
        Assert.Equal(2, harness.Mail.Done.Count);
        Assert.Equal("Invoice chase, for invoice/2026-17. All its steps are done.", await harness.SummaryAsync(run.Id));
        Assert.Contains(harness.Store.Commits(), commit => commit.Stream.Value.StartsWith("knowledge/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chase_PaidBetweenTheMails_EndsAndSendsNoMore()
    {
        await using var harness = await BegunAsync();
        var run = await harness.RunAsync();
        await harness.DecideAsync(run);
        await harness.TickAsync(TimeSpan.FromDays(3));
        await harness.SetAsync(Rig.Invoice, "paid", "2026-11-25");
        await harness.TickAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(WorkItemState.Done, (await harness.ViewAsync(run.Id)).State);
        Assert.Contains("invoice.paid is there", await harness.SummaryAsync(run.Id), StringComparison.Ordinal);
        await harness.LiveAsync(14);
        Assert.Single(harness.Mail.Done);
    }

    [Fact]
    public async Task Chase_PaidWhileTheCardIsOpen_IsNotSentEvenIfApproved()
    {
        await using var harness = await BegunAsync();
        var run = await harness.RunAsync();
        await harness.SetAsync(Rig.Invoice, "paid", "2026-11-22");
        var late = Assert.Single(run.Approvals);
        await harness.DecideAsync(late, DecisionKind.Approve);
        await harness.TickAsync(TimeSpan.FromSeconds(5));

        Assert.Empty(harness.Mail.Calls);
        Assert.Equal(WorkItemState.Done, (await harness.ViewAsync(run.Id)).State);
        Assert.DoesNotContain((await harness.ViewAsync(run.Id)).Approvals, approval => approval.State is "open" or "granted");
    }

    [Fact]
    public async Task Chase_OtherWordsInTheInvoice_AreAskedAnew()
    {
        await using var harness = await BegunAsync();
        var run = await harness.RunAsync();
        await harness.SetAsync(Rig.Invoice, "amount", "1300.00 EUR");
        await harness.TickAsync(TimeSpan.FromSeconds(5));
        await harness.DecideAsync(run);

        Assert.Contains("1300.00 EUR", Sent(harness, 0), StringComparison.Ordinal);
        Assert.Single(harness.Mail.Done);
    }

    [Fact]
    public async Task Chase_SomebodyAnswers_AsksTheOperatorInsteadOfReminding()
    {
        await using var harness = await BegunAsync();
        var run = await harness.RunAsync();
        await harness.DecideAsync(run);
        await harness.TickAsync(TimeSpan.FromDays(2));
        await harness.ReplyAsync(run.Id);

        Assert.Contains("step 5 of 6", await harness.SummaryAsync(run.Id), StringComparison.Ordinal);
        Assert.Equal(WorkItemState.NeedsAnswer, (await harness.ViewAsync(run.Id)).State);
        Assert.Single(harness.Mail.Done);
    }

    [Fact]
    public async Task Chase_FirstMailRejected_EndsRejected()
    {
        await using var harness = await BegunAsync();
        var run = await harness.RunAsync();
        await harness.DecideAsync(run, DecisionKind.Reject);

        Assert.Equal(WorkItemState.Rejected, (await harness.ViewAsync(run.Id)).State);
        await harness.LiveAsync(20);
        Assert.Empty(harness.Mail.Calls);
    }

    [Fact]
    public async Task Chase_SecondMailRejected_EndsWithWhatWasDone()
    {
        await using var harness = await BegunAsync();
        var run = await harness.RunAsync();
        await harness.DecideAsync(run);
        await harness.TickAsync(TimeSpan.FromDays(7.1));
        await harness.DecideAsync(run, DecisionKind.Reject);
        await harness.TickAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(WorkItemState.Done, (await harness.ViewAsync(run.Id)).State);
        Assert.Contains("no yes to firmer reminder", await harness.SummaryAsync(run.Id), StringComparison.Ordinal);
        Assert.Single(harness.Mail.Done);
    }

    [Fact]
    public async Task Chase_ClientWithoutAddress_AsksForItAndKeepsIt()
    {
        await using var harness = await Rig.StartAsync("invoice-chase");
        await harness.OverdueAsync(withMail: false);
        await harness.ReceiveAsync(Rig.Fired("invoice-chase"));
        var run = await harness.RunAsync();

        Assert.Contains("mail address of client/berg", run.Question, StringComparison.Ordinal);
        await harness.AnswerAsync(run.Id, "anna@berg.example");
        Assert.Equal("anna@berg.example", (await harness.FieldAsync(Rig.Client, "email"))!.Value);
        await harness.DecideAsync(run);
        Assert.Contains("anna@berg.example", Sent(harness, 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chase_RecipientAndAmount_AreGroundedInRecords()
    {
        await using var harness = await Rig.StartAsync("invoice-chase");
        harness.Mail.Facts = effect => new EffectFacts
        {
            Counterparty = "anna@berg.example",
            Values = [new SensitiveValue(SensitiveKind.Recipient, "to", "anna@berg.example"), new SensitiveValue(SensitiveKind.Amount, "text", "1200.50 EUR")],
        };
        await harness.OverdueAsync();
        await harness.ReceiveAsync(Rig.Fired("invoice-chase"));
        var drafted = (await harness.EventsAsync((await harness.RunAsync()).Id)).OfType<ProposalDrafted>().Last();

        Assert.All(drafted.Personal!.Grounds![0].Values, value => Assert.Equal(Provenance.Record, value.Provenance));
        Assert.Equal(2, drafted.Personal.Grounds[0].Values.Count);
        Assert.Equal(AgentName.Playbook, drafted.Agent);
    }

    private static async Task<KernelHarness> BegunAsync()
    {
        var harness = await Rig.StartAsync("invoice-chase");
        await harness.OverdueAsync();
        await harness.ReceiveAsync(Rig.Fired("invoice-chase"));
        return harness;
    }

    private static string Sent(KernelHarness harness, int number) => harness.Mail.Done[number].Bytes;
}
