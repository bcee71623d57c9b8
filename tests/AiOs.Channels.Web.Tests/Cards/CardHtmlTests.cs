using AiOs.Channels.Web.Cards;
using AiOs.Channels.Web.Html;
using AiOs.Channels.Web.Pages;
using AiOs.Channels.Web.Tests.Fakes;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Channels.Web.Tests.Cards;

public sealed class CardHtmlTests
{
    private static readonly string LongText = string.Join('\n', Enumerable.Range(0, 100).Select(i => $"line {i}"));

    [Fact]
    public void Write_Waiting_OffersWhatCanBeDone() =>
        Assert.Equal(["Approve", "Reject", "Draft it again", "Reject for this reason"], Render(Samples.Waiting(1)).Buttons);

    [Fact]
    public void Write_Asking_OffersAnAnswerUnderItsQuestion()
    {
        var page = Render(Samples.Asking(1));
        Assert.Equal(["Answer"], page.Buttons);
        Assert.Contains("What hourly rate", Assert.Single(page.Named("label")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Unknown_OffersToSettle() =>
        Assert.Equal(["It did happen", "It did not happen", "Send again"], Render(Samples.Unknown(1)).Buttons);

    [Fact]
    public void Write_Decided_TellsWhoWhereWhenAndHasNoButtons()
    {
        foreach (var item in new[] { Samples.Done(1), Samples.Rejected(1) })
        {
            var page = Render(item);
            Assert.Empty(page.Buttons);
            Assert.Contains(page.All, node => node["class"] == "decided" && node.Text == item.Approvals[0].Decided);
        }
    }

    [Fact]
    public void Write_CardThatSaysWhoDecided_SaysItOnce()
    {
        var item = Samples.Done(1);
        var line = item.Approvals[0].Decided!;
        var page = Render(item with { Card = item.Card with { Blocks = [new CardBlock.Hint(line + ".")] } });
        Assert.Single(page.Named("p"), node => node.Text.Contains(line, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_CardThatAsksItself_AsksOnce()
    {
        var item = Samples.Asking(1);
        var page = Render(item with { Card = item.Card with { Blocks = [new CardBlock.Text("Question: " + item.Question)] } });
        Assert.Equal("Your answer", Assert.Single(page.Named("label")).Text);
    }

    [Fact]
    public void Write_QuestionBesideADecision_OffersBothInOrder()
    {
        var item = Samples.Waiting(1);
        var page = Render(item with { Question = "When?", Card = item.Card with { Actions = [.. item.Card.Actions, new CardAction.Answer(item.Id)] } });
        Assert.Equal(["Approve", "Reject", "Draft it again", "Reject for this reason", "Answer"], page.Buttons);
    }

    [Fact]
    public void Write_DecidedButCardStillHasActions_HasNoButtons()
    {
        var item = Samples.Waiting(1);
        var page = Render(item with { Approvals = [item.Approvals[0] with { State = "granted", Decided = "Approved by operator" }] });
        Assert.Empty(page.Buttons);
    }

    [Fact]
    public void Write_ActionOfAnotherDigest_HasNoButtons()
    {
        var item = Samples.Waiting(1);
        Assert.Empty(Render(item with { Approvals = [item.Approvals[0] with { Digest = Samples.DigestOf(99) }] }).Buttons);
    }

    [Fact]
    public void Write_LongQuote_IsWholeBeforeItsApproveButton()
    {
        var item = Samples.Waiting(1);
        var page = Render(item with { Card = item.Card with { Blocks = [new CardBlock.Quote("The mail", LongText)] } });
        var quote = Assert.Single(page.Named("blockquote"));
        Assert.Equal(LongText, quote.Text);
        Assert.DoesNotContain(quote.Parents, parent => parent.Name == "details");
        Assert.True(page.All.IndexOf(quote) < page.All.FindIndex(node => node.Name == "button"));
    }

    [Fact]
    public void Write_LongQuoteOfDecided_IsFoldedAndWhole()
    {
        var item = Samples.Done(1);
        var quote = Assert.Single(Render(item with { Card = item.Card with { Blocks = [new CardBlock.Quote("The mail", LongText)] } }).Named("blockquote"));
        Assert.Equal(LongText, quote.Text);
        Assert.Contains(quote.Parents, parent => parent.Name == "details");
    }

    [Fact]
    public void Write_Diff_SaysInWordsWhatWasRemovedAndAdded()
    {
        var item = Samples.Done(1);
        var page = Render(item with { Card = item.Card with { Blocks = [new CardBlock.Diff("a\nb", "a\nc")] } });
        Assert.Equal("removed: b", Assert.Single(page.Named("del")).Text);
        Assert.Equal("added: c", Assert.Single(page.Named("ins")).Text);
    }

    [Fact]
    public void Write_EveryDecision_NamesTheDigestThatTheCardShows()
    {
        var item = Samples.Waiting(1);
        var page = Render(item);
        var digests = page.Named("input").Where(node => node["name"] == "digest").ToList();
        Assert.Equal(2, digests.Count);
        Assert.All(digests, node => Assert.Equal(item.Approvals[0].Digest.Hex, node["value"]));
    }

    private static HtmlPage Render(WorkItemView item)
    {
        var html = new HtmlWriter();
        CardHtml.Write(html, item, CardPlace.Chat, new Times(new FakeTimeProvider(Samples.Noon)));
        return new HtmlPage(html.ToString());
    }
}
