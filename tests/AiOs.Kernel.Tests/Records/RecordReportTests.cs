using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Owners;
using AiOs.Kernel.Grounding;
using AiOs.Testing.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Kernel.Tests.Records;

/// <summary>What a connector reads outside is confirmed where the authority map gives it the field, and nowhere else.</summary>
public sealed class RecordReportTests
{
    private static readonly RecordId Invoice = new("invoice", "1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_OwnedFreeAndForeignFields_EachAsTheMapSays()
    {
        await using var desk = await OpenAsync();
        await desk.GiveAsync(Desk.Arguments(Invoice, 0, ("amount", Desk.Said("119.00 EUR")), ("state", Desk.Found("open")), ("issued", Desk.Said("2026-11-01"))));
        var outcome = await TakeAsync(desk, "bank", "t1", ("paid", "2026-11-20"), ("state", "settled"), ("amount", "118.00 EUR"), ("issued", "2026-11-02"));
        var record = (await desk.Records.FindAsync(Invoice, Token))!;

        Assert.True(outcome.Taken);
        Assert.Equal(new RecordField("2026-11-20", Provenance.Record), record.Fields["paid"]);
        Assert.Equal(new RecordField("settled", Provenance.External), record.Fields["state"]);
        Assert.Equal(new RecordField("119.00 EUR", Provenance.Operator), record.Fields["amount"]);
        Assert.Equal(
            [
                "amount of invoice/1 is 119.00 EUR; bank says 118.00 EUR, and it is confirmed as it stands.",
                "issued of invoice/1 is 2026-11-01; bank says 2026-11-02, and it is for the connector ledger to say.",
            ],
            outcome.Differences);
        Assert.Equal("connector:bank", (await desk.Records.HistoryAsync(Invoice, Token))[1].Source);
    }

    [Fact]
    public async Task Take_SameChangeAgainOrNothingNew_WritesOnce()
    {
        await using var desk = await OpenAsync();
        var first = await TakeAsync(desk, "bank", "t1", ("paid", "2026-11-20"));
        var again = await TakeAsync(desk, "bank", "t1", ("paid", "2026-11-20"));
        var same = await TakeAsync(desk, "bank", "t2", ("paid", "2026-11-20"));
        var next = await TakeAsync(desk, "bank", "t3", ("paid", "2026-11-21"));

        Assert.Equal([true, false, false, true], new[] { first, again, same, next }.Select(outcome => outcome.Taken));
        Assert.Equal(2, (await desk.Records.HistoryAsync(Invoice, Token)).Count);
    }

    [Theory]
    [InlineData("paid", "yesterday", "the day of payment is not a date")]
    [InlineData("due", "soon", "the due date is not a date")]
    [InlineData("entry-1", "won | 2026-11-22 | operator |  | x", "no connector's to write")]
    public async Task Take_ValueInAWrongForm_IsNeverStored(string field, string value, string said)
    {
        await using var desk = await OpenAsync();
        var outcome = await TakeAsync(desk, "bank", "t1", (field, value));

        Assert.False(outcome.Taken);
        Assert.Contains(said, Assert.Single(outcome.Differences), StringComparison.Ordinal);
        Assert.Null(await desk.Records.FindAsync(Invoice, Token));
    }

    /// <summary>A connector that owns nothing grounds nothing, whatever it reports.</summary>
    [Theory]
    [InlineData("bank", Provenance.Record)]
    [InlineData("ledger", Provenance.External)]
    public async Task Take_OwnersFieldOnly_GroundsAValue(string connector, Provenance expected)
    {
        await using var desk = await OpenAsync();
        await TakeAsync(desk, connector, "t1", ("paid", "2026-11-20"), ("number", "INV-1"));
        var record = await desk.Records.FindAsync(Invoice, Token);
        var facts = new EffectFacts { Values = [new SensitiveValue(SensitiveKind.Date, "day", "2026-11-20")] };
        var value = Grounder.Of(facts, null, Authority.External, [], record is null ? [] : [record]).Values[0];

        Assert.Equal(expected, value.Provenance is Provenance.Model ? Provenance.External : value.Provenance);
    }

    [Fact]
    public async Task Take_PolicyOrMergedRecord_IsLeftAlone()
    {
        await using var desk = await OpenAsync();
        var policy = await desk.Harness.Process.Get<IRecordReports>().TakeAsync(new RecordReport { Connector = "bank", Change = "p", Record = new RecordId("policy", "main"), Fields = new Dictionary<string, string> { ["text"] = "rules: []" } }, Token);
        await TakeAsync(desk, "bank", "t1", ("paid", "2026-11-20"));
        var other = new RecordId("invoice", "2");
        await desk.GiveAsync(Desk.Arguments(other, 0, ("amount", Desk.Said("119.00 EUR"))));
        await desk.ApproveAsync(await desk.MailAsync(Desk.Merge(Invoice, 1, other)));
        var merged = await TakeAsync(desk, "bank", "t2", ("paid", "2026-11-21"));

        Assert.False(policy.Taken);
        Assert.False(merged.Taken);
        Assert.Contains("was merged into invoice/2", Assert.Single(merged.Differences), StringComparison.Ordinal);
    }

    private static Task<ReportOutcome> TakeAsync(Desk desk, string connector, string change, params (string Name, string Value)[] fields) =>
        desk.Harness.Process.Get<IRecordReports>().TakeAsync(
            new RecordReport { Connector = connector, Change = change, Record = Invoice, Fields = fields.ToDictionary(field => field.Name, field => field.Value) }, Token);

    private static async Task<Desk> OpenAsync()
    {
        var harness = new KernelHarness
        {
            Instead = services =>
            {
                services.AddSingleton(new FieldOwnership("invoice", "paid", FieldOwner.Connector("bank")));
                services.AddSingleton(new FieldOwnership("invoice", "issued", FieldOwner.Connector("ledger")));
            },
        };
        await harness.OpenAsync();
        return new Desk(harness);
    }
}
