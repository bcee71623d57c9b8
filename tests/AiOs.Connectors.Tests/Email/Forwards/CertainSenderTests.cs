using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Tests.Email.Forwards;

/// <summary>A sender is named only where it is certain; what the operator wrote stays theirs.</summary>
public sealed class CertainSenderTests
{
    private const string Gmail = "---------- Forwarded message ---------\nFrom: Mira Lund <mira@fair.example>\nDate: today\nSubject: Brochure\nTo: <olga@studio.example>\n\nbody";

    [Fact]
    public void Read_WroteLineAboveAnotherWriter_NamesNobody()
    {
        var mail = Mails.Content(Mails.Plain($"On 02/03/2026 08:00, Per <per@fair.example> wrote:\n\n{Gmail}"));
        Assert.Equal(ContentOrigin.InlineForward, mail.Origin);
        Assert.Null(mail.Sender);
        Assert.Contains(mail.Warnings, warning => warning.Contains("two writers", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WroteLineWithoutForwardSubject_IsAnAnswer() =>
        Assert.Equal(ContentOrigin.DirectMail, Mails.Content(Mails.Plain("Yes.\n\nOn 02/03/2026 08:00, Per <per@fair.example> wrote:\n\n    text", "Brochure")).Origin);

    [Fact]
    public void Read_WroteLineWithTwoAddresses_NamesNobody() =>
        Assert.NotEqual("a@b.example", Mails.Content(Mails.Plain("On 02/03/2026 08:00, a@b.example and Per <per@fair.example> wrote:\n\n    text")).Sender?.Address);

    [Theory]
    [InlineData("Please forward this message:")]
    [InlineData("My own words about 3 mails:")]
    public void Read_OwnWordsAboveAHeader_StayInTheNote(string words)
    {
        var mail = Mails.Content(Mails.Plain($"{words}\n\nFrom: Mira Lund <mira@fair.example>\nSent: Monday\nTo: olga@studio.example\nSubject: Brochure\n\nbody"));
        Assert.Equal(words, mail.Note);
        Assert.Equal("mira@fair.example", mail.Sender?.Address);
    }

    [Fact]
    public void Read_ListsOverSeveralLines_AreReadWhole()
    {
        var mail = Mails.Content(Mails.Plain(
            "---------- Forwarded message ---------\nFrom: Mira\n Lund <mira@fair.example>\nDate: today\nSubject: Brochure\nTo: Olga <olga@studio.example>, Per\nHolm <per@fair.example>,\n<nils@fair.example>\n\nbody"));
        Assert.Equal([new Mailbox("Olga", "olga@studio.example"), new Mailbox("Per Holm", "per@fair.example"), new Mailbox(null, "nils@fair.example")], mail.Recipients);
        Assert.Equal("body", mail.Text);
    }

    [Fact]
    public void Read_UnicodeHyphens_AreAMarkToo() =>
        Assert.Equal("mira@fair.example", Mails.Content(Mails.Plain(Gmail.Replace('-', '\u2010'))).Sender?.Address);

    [Fact]
    public void Read_AccentsBehindTheirLetters_AreTheSameWords() =>
        Assert.Equal("mira@fair.example", Mails.Content(Mails.Plain("-------- Pr\u030ceposlana\u0301 zpra\u0301va --------\nPr\u030cedme\u030ct: Brochure\nDatum: dnes\nOd: Mira <mira@fair.example>\nKomu: olga@studio.example\n\nbody")).Sender?.Address);

    [Fact]
    public void Read_QuoteMarksOnlyBelowTheTitle_AreTakenOff()
    {
        var mail = Mails.Content(Mails.Plain("Forwarded message:\n\n> From: Mira <mira@fair.example>\n> To: olga@studio.example\n> Subject: Brochure\n> Date: today\n>\n> one\nlong line\n> two"));
        Assert.Equal("one\nlong line\ntwo", mail.Text);
        Assert.Null(mail.Note);
    }

    [Fact]
    public void Read_ThreeForwardsInOneAnother_GivesTheOutermostAndKeepsTheRest()
    {
        var two = Gmail.Replace("\n\nbody", $"\n\nsecond\n\n{Gmail.Replace("mira", "third", StringComparison.Ordinal)}", StringComparison.Ordinal);
        var mail = Mails.Content(Mails.Plain(Gmail.Replace("mira", "first", StringComparison.Ordinal).Replace("\n\nbody", $"\n\n{two}", StringComparison.Ordinal)));
        Assert.Equal("first@fair.example", mail.Sender?.Address);
        Assert.Contains("mira@fair.example", mail.Text, StringComparison.Ordinal);
        Assert.Contains("third@fair.example", mail.Text, StringComparison.Ordinal);
    }
}
