using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Scenarios.Memory;

/// <summary>A price goes out as the Record has it, and a note that says something else is shown, not used.</summary>
public sealed class ConflictTests
{
    private const string Said = "An earlier note of yours (22 October 2026) says 1200 EUR; client/berg (version 1) says 1500.00 EUR per week, which counts.";

    private static readonly RecordId Berg = new("client", "berg");

    [Fact]
    public async Task Price_NoteContradictsRecord_RecordIsUsedAndTheConflictShown()
    {
        var memory = new Remembered();
        await using var harness = await Learner.StartAsync(memory);
        await harness.WriteAsync(Berg, "weekly-rate", "1500.00 EUR per week", Provenance.Operator, Some.Anna.Address);
        memory.Items.Add(Note(harness, "Anna pays well. Her rate is 1,200.00 EUR a week."));

        var item = await harness.ReceivedAsync(Learner.Mail("Hello, we plan a new website. What does a week of your work cost at present?", "Price of a week"));

        Assert.Contains("1500.00 EUR per week", item.Letter(), StringComparison.Ordinal);
        Assert.DoesNotContain("1,200", item.Letter(), StringComparison.Ordinal);
        var warning = Assert.Single(item.Card.Blocks.OfType<CardBlock.Warning>(), block => block.Value.Contains("which counts", StringComparison.Ordinal));
        Assert.Equal(Said, warning.Value);
        Assert.Contains(item.Why.Blocks.OfType<CardBlock.Facts>().SelectMany(facts => facts.Rows), row => row.Name == "Contradicted" && row.Value == warning.Value);
        Assert.Contains(item.Why.Blocks.OfType<CardBlock.Facts>().SelectMany(facts => facts.Rows), row => row.Name == "Remembered" && row.Value.Contains("your words", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Her rate is 1,500.00 EUR a week.")]
    [InlineData("Her train ticket was 1,200.00 EUR.")]
    public async Task Price_NoteAgreesOrSpeaksOfSomethingElse_SaysNothing(string note)
    {
        var memory = new Remembered();
        await using var harness = await Learner.StartAsync(memory);
        await harness.WriteAsync(Berg, "weekly-rate", "1500.00 EUR per week", Provenance.Operator, Some.Anna.Address);
        memory.Items.Add(Note(harness, note));

        var item = await harness.ReceivedAsync(Learner.Mail("Hello, we plan a new website. What does a week of your work cost at present?", "Price of a week"));

        Assert.NotEmpty(memory.Queries);
        Assert.DoesNotContain(item.Card.Blocks.OfType<CardBlock.Warning>(), block => block.Value.Contains("which counts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Memory_Broken_StopsNothingAndIsSaid()
    {
        var memory = new Remembered { IsBroken = true };
        await using var harness = await Learner.StartAsync(memory);

        var item = await harness.ReceivedAsync(Learner.Mail("Hello, we look for somebody who designs a poster for our bakery in spring. Are you available for such a project?", "Request for a project"));

        Assert.NotEmpty(memory.Queries);
        Assert.Equal(WorkItemState.AwaitingApproval, item.State);
        Assert.Contains(item.Why.Blocks.OfType<CardBlock.Facts>().SelectMany(facts => facts.Rows), row => row.Value.Contains("memory could not be asked", StringComparison.Ordinal));
    }

    private static KnowledgeItem Note(KernelHarness harness, string text) => new()
    {
        Id = new KnowledgeId("knowledge/1"),
        Kind = KnowledgeKind.Note,
        Title = "Anna",
        Text = text,
        Source = new StreamId("knowledge/1"),
        Position = 1,
        At = Some.Moment.AddDays(-31),
        Provenance = Provenance.Operator,
        Subjects = [harness.Process.Get<IJournalFeed>().SubjectOf(Some.Anna.Address)],
    };
}
