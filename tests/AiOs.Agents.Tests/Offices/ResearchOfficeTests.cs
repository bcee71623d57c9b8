using AiOs.Contracts.Desk;

namespace AiOs.Agents.Tests.Offices;

/// <summary>What was typed weeks ago and what a mail claimed come back with where they stand, and nothing is done about them.</summary>
public sealed class ResearchOfficeTests
{
    [Fact]
    public async Task Question_AboutAClient_IsAnsweredFromNotesMailsAndRecords()
    {
        await using var harness = await Office.StartAsync();
        await harness.KnowAsync("client/berg", ("name", "Berg GmbH"), ("email", "office@berg.example"), ("rate", "85 EUR per hour"));
        await harness.TypeAsync("note: the deposit of Berg is 30 percent");
        await harness.ReceiveAsync(AiOs.Testing.Some.Mail(text: "The deposit of Berg was waived, you said.", subject: "Deposit"));

        var answer = await harness.TypeAsync("What did we agree with Berg about the deposit?");

        Assert.Equal(WorkItemState.Done, answer.State);
        Assert.Empty(answer.Effects);
        Assert.Contains("the deposit of Berg is 30 percent", answer.Told(), StringComparison.Ordinal);
        Assert.Contains("“The deposit of Berg was waived, you said.”", answer.Told(), StringComparison.Ordinal);
        Assert.Contains("words of somebody outside", answer.Told(), StringComparison.Ordinal);
        Assert.Contains("85 EUR per hour (client/berg, version 3)", (await harness.TypeAsync("Welchen Stundensatz haben wir mit Berg?")).Told(), StringComparison.Ordinal);
        Assert.Contains("I do not know.", (await harness.TypeAsync("What did we agree with Miller about the roof?")).Told(), StringComparison.Ordinal);
        Assert.Empty(harness.Mail.Calls);
    }
}
