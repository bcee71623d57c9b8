using AiOs.Channels.Web.Cards;
using AiOs.Channels.Web.Html;
using AiOs.Channels.Web.Pages;
using AiOs.Channels.Web.Tests.Fakes;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Channels.Web.Tests.Cards;

/// <summary>What a card asks for before it can be approved, and what it offers afterwards.</summary>
public sealed class DecisionHtmlTests
{
    [Fact]
    public void Write_TierOne_IsOneTapWithItsNonce()
    {
        var page = Render(Samples.Waiting(1));

        Assert.All(page.Named("form"), form => Assert.Contains(page.Named("input"), input => input.Parents.Contains(form) && input["name"] == "nonce" && input["value"] == "00112233445566778899aabbccddeeff"));
        Assert.DoesNotContain(page.Named("input"), input => input["name"] == "confirm");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Write_HigherTier_WantsTheWordsTypedBesideApprove(int tier)
    {
        var page = Render(Samples.Typing(1, tier));
        var box = page.Named("input").Single(input => input["name"] == "confirm");
        var approve = page.Named("button").Single(button => button.Text == "Approve");

        Assert.Equal(("text", "off"), (box["type"], box["autocomplete"]));
        Assert.True(box.Attributes.ContainsKey("required"));
        Assert.Equal("Type 1200.00 EUR to approve", page.Named("label").Single(label => label["for"] == box["id"]).Text);
        Assert.Contains(approve.Parents.Last(node => node.Name == "form"), box.Parents);
        Assert.True(page.Named("button").Single(button => button.Text == "Reject").Attributes.ContainsKey("formnovalidate"));
        Assert.Equal(tier == 3, page.Named("p").Any(text => text.Text.Contains("two yeses", StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_HalfGranted_SaysWhoSaidTheFirstYesAndWhatIsNeeded()
    {
        const string Half = "A first yes by operator in web at 2026-11-24T12:00:00.000Z; a second one counts from another channel, or here from 2026-11-24T13:00:00.000Z on";
        var item = Samples.Typing(1, 3, Half);
        var page = Render(item with { Card = item.Card with { Blocks = [.. item.Card.Blocks, new CardBlock.Hint(Half + ".")] } });

        Assert.Single(page.Named("p"), text => text.Text.Contains(Half, StringComparison.Ordinal) && text["class"] == "yeses");
        Assert.DoesNotContain(page.Named("p"), text => text.Text.Contains(Half, StringComparison.Ordinal) && text["class"] != "yeses");
        Assert.Contains("Approve", page.Buttons);
    }

    [Fact]
    public void Write_Undoable_OffersUndoUntilThen()
    {
        var page = Render(Samples.Undoable(1));
        var form = page.Named("form").Single(form => form["action"] == $"/items/{Samples.Id(1)}/undo");

        Assert.Contains("Undo", page.Buttons);
        Assert.Equal("2026-11-25T12:00:00.000Z", page.Named("time").Single(time => time.Parents.Contains(form))["datetime"]);
    }

    [Theory]
    [InlineData(WorkItemState.Done)]
    [InlineData(WorkItemState.Rejected)]
    [InlineData(WorkItemState.Failed)]
    [InlineData(WorkItemState.Expired)]
    [InlineData(WorkItemState.Undone)]
    public void Write_FinishedWithALeftOverQuestion_AsksNothing(WorkItemState state)
    {
        var asking = Samples.Asking(1);
        var finished = asking with { State = state, Card = asking.Card with { Blocks = [new CardBlock.Text("It is done."), new CardBlock.Text("Question: " + asking.Question)] } };

        Assert.Contains(Render(asking).Named("textarea"), box => box["id"]!.StartsWith("answer-", StringComparison.Ordinal));
        var page = Render(finished);
        Assert.Empty(page.Named("textarea"));
        Assert.DoesNotContain(page.All, node => node.Text.Contains(asking.Question!, StringComparison.Ordinal));
        Assert.Contains(page.Named("p"), text => text.Text == "It is done.");
    }

    private static HtmlPage Render(WorkItemView item)
    {
        var html = new HtmlWriter();
        CardHtml.Write(html, item, CardPlace.Chat, new Times(new FakeTimeProvider(Samples.Noon)));
        return new HtmlPage(html.ToString());
    }
}
