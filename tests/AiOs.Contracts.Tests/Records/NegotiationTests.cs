using AiOs.Contracts.Approvals;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Negotiations;

namespace AiOs.Contracts.Tests.Records;

/// <summary>A negotiation is a ledger: entries in their order, nothing rewritten, and where it stands follows from them.</summary>
public sealed class NegotiationTests
{
    private const string Offer = "offer | 2026-11-22 | operator | 1200.00 EUR | two weeks";
    private const string Counter = "offer | 2026-11-23 | client/berg | 1000.00 EUR | two weeks | paid in advance";
    private const string Lost = "lost | 2026-11-25 | client/berg |  | too dear";
    private const string Won = "won | 2026-11-26 | operator | 1100.00 EUR | we met in the middle";

    [Fact]
    public void TryParse_Entry_ReadsEachPart()
    {
        Assert.True(NegotiationEntry.TryParse(Counter, out var entry));
        Assert.Equal(new NegotiationEntry(NegotiationMove.Offer, new DateOnly(2026, 11, 23), "client/berg", new Money(100_000, "EUR"), "two weeks | paid in advance"), entry);
        Assert.Equal(Counter, entry!.ToString());
        Assert.All(new[] { Offer, Lost, Won }, text => Assert.Equal(text, NegotiationEntry.TryParse(text, out var read) ? read!.ToString() : null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("offer | 2026-11-22 | operator |  | ")]
    [InlineData("won | 2026-11-22 | operator | 1.00 EUR | ")]
    [InlineData("offer | 2026-11-22 |  | 1.00 EUR | x")]
    [InlineData("offer | 2026-11-32 | operator | 1.00 EUR | x")]
    [InlineData("offer | 2026-11-22 | operator | 1 EUR | x")]
    [InlineData("sold | 2026-11-22 | operator | 1.00 EUR | x")]
    [InlineData("offer | 2026-11-22 | operator | 1.00 EUR | x\noffer")]
    [InlineData("offer|2026-11-22|operator|1.00 EUR|x")]
    public void TryParse_AnythingElse_IsNone(string text) => Assert.False(NegotiationEntry.TryParse(text, out _));

    [Theory]
    [InlineData("open", null)]
    [InlineData("open", Offer, Offer)]
    [InlineData("open", Counter, Offer, Counter)]
    [InlineData("lost", Counter, Offer, Counter, Lost)]
    [InlineData("open", Offer, Counter, Lost, Offer)]
    [InlineData("won", Counter, Offer, Lost, Counter, Won)]
    public void Of_Entries_TellWhereItStands(string state, string? lastOffer, params string[] entries)
    {
        var ledger = NegotiationLedger.Of(Fields(entries));

        Assert.Equal(entries, ledger.Entries.Select(entry => entry.ToString()));
        Assert.Equal((state, lastOffer), (ledger.State, ledger.LastOffer?.ToString()));
        Assert.Equal(state == "open", ledger.Outcome is null);
    }

    [Fact]
    public void Of_MoreThanNine_AreInOrderOfTheirNumbers()
    {
        var entries = Enumerable.Range(1, 12).Select(day => $"offer | 2026-11-{day:00} | operator |  | x").ToArray();

        Assert.Equal(Enumerable.Range(1, 12), NegotiationLedger.Of(Fields(entries)).Entries.Select(entry => entry.Day.Day));
    }

    [Theory]
    [InlineData("entry-3", Lost, null, null)]
    [InlineData("entry-2", Counter, null, null)]
    [InlineData("subject", "a week", null, null)]
    [InlineData("entry-1", Counter, null, "never written over")]
    [InlineData("entry-4", Lost, null, "number 3, not 4")]
    [InlineData("subject", "x", "entry-2", "never taken away")]
    [InlineData("subject", "x", "entry-9", null)]
    public void FaultIn_Write_OnlyAdds(string field, string value, string? removed, string? fault)
    {
        var said = NegotiationLedger.FaultIn(Fields(Offer, Counter), new Dictionary<string, RecordField> { [field] = new(value, Provenance.Operator) }, removed is null ? [] : [removed]);

        Assert.Equal(fault is null, said is null);
        Assert.Contains(fault ?? string.Empty, said ?? string.Empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entry-1", 1)]
    [InlineData("entry-12", 12)]
    [InlineData("entry-0", null)]
    [InlineData("entry-01", null)]
    [InlineData("entry-", null)]
    [InlineData("entry-1x", null)]
    [InlineData("entry", null)]
    public void NumberOf_Field_OnlyAsItIsWritten(string field, int? number) => Assert.Equal(number, NegotiationLedger.NumberOf(field));

    private static Dictionary<string, RecordField> Fields(params string[] entries) =>
        entries.Select((text, index) => (Name: NegotiationLedger.FieldOf(index + 1), Field: new RecordField(text, Provenance.Operator))).ToDictionary(field => field.Name, field => field.Field);
}
