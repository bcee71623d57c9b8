using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Records;
using AiOs.Memory.Context;
using AiOs.Testing;
using FsCheck.Xunit;

namespace AiOs.Memory.Tests.Context;

/// <summary>A pack keeps to its budget: facts first, and what does not fit is counted.</summary>
public sealed class PackBudgetTests
{
    [Property(MaxTest = 200)]
    public void Fit_AnyPack_StaysWithinTheBudgetAndLosesNothingUncounted(byte facts, byte recollections, ushort budget)
    {
        var whole = Pack(facts % 20, recollections % 40);

        var fitted = PackBudget.Fit(whole, budget);

        Assert.True(fitted.Tokens <= budget);
        Assert.Equal(whole.Facts.Count + whole.Recollections.Count, fitted.Facts.Count + fitted.Recollections.Count + fitted.LeftOut);
        Assert.Equal(whole.Facts.Take(fitted.Facts.Count), fitted.Facts);
        Assert.Equal(whole.Recollections.Take(fitted.Recollections.Count), fitted.Recollections);
    }

    [Fact]
    public void Fit_SmallBudget_KeepsFactsAndDropsRecollections()
    {
        var whole = Pack(3, 30);
        var forFacts = PackBudget.Fit(whole with { Recollections = [] }, int.MaxValue).Tokens;

        var fitted = PackBudget.Fit(whole, forFacts + 30);

        Assert.Equal(3, fitted.Facts.Count);
        Assert.InRange(fitted.Recollections.Count, 1, 29);
        Assert.Equal(30 - fitted.Recollections.Count, fitted.LeftOut);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("four", 1)]
    [InlineData("fünf", 2)]
    public void Of_Text_CountsFourBytesEach(string text, int tokens) => Assert.Equal(tokens, TokenEstimate.Of(text));

    private static ContextPack Pack(int facts, int recollections) => new()
    {
        Facts = [.. Enumerable.Range(0, facts).Select(number => new RecordSnapshot(new RecordId("client", $"c{number}"), 1, new Dictionary<string, RecordField> { ["name"] = new($"Client {number}", Provenance.Operator) }))],
        Recollections = [.. Enumerable.Range(0, recollections).Select(number => new Recollection(Note(number), 1.0 / (number + 1), TimeSpan.FromDays(number)))],
    };

    private static KnowledgeItem Note(int number) => new()
    {
        Id = new KnowledgeId($"knowledge/{number}"),
        Kind = KnowledgeKind.Note,
        Title = $"Note {number}",
        Text = "Asked for a week in May.",
        Source = new StreamId($"knowledge/{number}"),
        Position = number + 1,
        At = Some.Moment,
        Provenance = Provenance.Operator,
    };
}
