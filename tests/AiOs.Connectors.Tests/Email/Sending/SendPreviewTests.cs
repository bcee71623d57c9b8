using System.Text.Json.Nodes;
using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Connectors.Tests.Email.Sending;

public sealed class SendPreviewTests
{
    [Fact]
    public void Preview_WholeMail_ShowsEveryArgument()
    {
        var preview = Preview(Effects.Arguments());
        Assert.Equal("Send a mail to mira@fair.example", preview.Title);
        Assert.Empty(preview.Gaps);
        var facts = Assert.IsType<CardBlock.Facts>(preview.Blocks[0]).Rows;
        Assert.Equal(
            [
                new Fact("To", "Mira Lund <mira@fair.example>"), new Fact("Cc", "per@fair.example"), new Fact("Subject", "Re: Brochure für März"),
                new Fact("In reply to", "orig-7@fair.example"), new Fact("Thread", "first@fair.example orig-7@fair.example"),
            ],
            facts);
        Assert.Equal(Effects.Arguments().Text, Assert.IsType<CardBlock.Quote>(preview.Blocks[^1]).Value);
        Assert.Equal(2, preview.Blocks.Count);
    }

    [Fact]
    public void Preview_NothingToGoOn_NamesEachGap() =>
        Assert.Equal(["no recipient", "no subject", "no text"], Preview(new EmailSendArguments { To = [], Subject = " ", Text = "" }).Gaps);

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b@c.example")]
    [InlineData("a b@c.example")]
    [InlineData("a@b.example\r\nBcc: x@y.example")]
    [InlineData("a@b..example")]
    [InlineData("a@b.example>")]
    [InlineData("<a@b.example")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("a\u202e@b.example")]
    [InlineData("a\u200b@b.example")]
    [InlineData("@b.example")]
    [InlineData(".a@b.example")]
    [InlineData("")]
    public void Preview_UnusableAddress_IsAGap(string address) =>
        Assert.Contains("is not a usable mail address", Assert.Single(Preview(Effects.Arguments() with { To = [new Mailbox(null, address)] }).Gaps), StringComparison.Ordinal);

    [Theory]
    [InlineData("subject\nBcc: x@y.example")]
    [InlineData("subject\u0007")]
    public void Preview_SubjectWithControls_IsAGap(string subject) =>
        Assert.Equal(["the subject holds control characters"], Preview(Effects.Arguments() with { Subject = subject }).Gaps);

    [Fact]
    public void Preview_MessageIdThatBreaksTheHeader_IsAGap() =>
        Assert.Single(Preview(Effects.Arguments() with { References = ["a@b>\r\nBcc: x@y.example"] }).Gaps);

    [Theory]
    [InlineData("text with \u202e turned", "reading direction")]
    [InlineData("text with \u200b nothing", "cannot be seen")]
    public void Preview_UnseenCharacters_AreWarnedOf(string text, string words) =>
        Assert.Contains(words, Assert.Single(Preview(Effects.Arguments() with { Text = text }).Blocks.OfType<CardBlock.Warning>()).Value, StringComparison.Ordinal);

    [Fact]
    public void Preview_LettersOfAnotherScript_AreWarnedOf() =>
        Assert.Contains("may look like another", Assert.Single(Preview(Effects.Arguments() with { To = [new Mailbox(null, "mira@f\u0430ir.example")] }).Blocks.OfType<CardBlock.Warning>()).Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"to":[],"subject":"s","text":"t","hidden":1}""")]
    [InlineData("""{"to":"a@b.example","subject":"s","text":"t"}""")]
    [InlineData("""{"to":[null],"subject":"s","text":"t"}""")]
    [InlineData("""{"to":[],"subject":null,"text":"t"}""")]
    [InlineData("""{"to":[]}""")]
    [InlineData("7")]
    public void Preview_ArgumentsThatDoNotFit_CannotBeRead(string arguments) =>
        Assert.Equal([SendGaps.Unreadable], SendPreview.Of(SendArguments.Read(Effects.Send(JsonNode.Parse(arguments)!))).Gaps);

    [Fact]
    public void Preview_AnotherKind_CannotBeRead() =>
        Assert.Null(SendArguments.Read(Effects.Send(JsonNode.Parse("""{"to":[],"subject":"s","text":"t"}""")!, "note.keep")));

    private static EffectPreview Preview(EmailSendArguments arguments) => SendPreview.Of(SendArguments.Read(Effects.Send(arguments)));
}
