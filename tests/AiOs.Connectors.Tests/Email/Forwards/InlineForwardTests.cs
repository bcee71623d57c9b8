using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Tests.Email.Forwards;

public sealed class InlineForwardTests
{
    public static TheoryData<string, string> Forwards() => new()
    {
        { "gmail", $"---------- Forwarded message ---------\nFrom: Mira Lund <mira@fair.example>\nDate: Mon, Mar 2, 2026 at 8:00 AM\nSubject: Brochure\nTo: <olga@studio.example>\nCc: Per <per@fair.example>\n\n\n{Mails.Inquiry}" },
        { "outlook-web", $"________________________________\nFrom: Mira Lund <mira@fair.example>\nSent: Monday, March 2, 2026 8:00 AM\nTo: olga@studio.example <olga@studio.example>\nCc: Per <per@fair.example>\nSubject: Brochure\n\n{Mails.Inquiry}" },
        { "outlook-desktop", $"From: Mira Lund <mira@fair.example>\nSent: Monday, March 2, 2026 8:00 AM\nTo: olga@studio.example\nCc: Per <per@fair.example>\nSubject: Brochure\n\n{Mails.Inquiry}" },
        { "outlook-old", $"-----Original Message-----\nFrom: Mira Lund [mailto:mira@fair.example]\nSent: Monday, March 2, 2026 8:00 AM\nTo: olga@studio.example\nCc: Per <per@fair.example>\nSubject: Brochure\n\n{Mails.Inquiry}" },
        { "outlook-mac", $"From: Mira Lund <mira@fair.example>\nDate: Monday, 2 March 2026 at 08:00\nTo: olga@studio.example <olga@studio.example>\nCc: Per <per@fair.example>\nSubject: Brochure\n{Mails.Inquiry}" },
        { "apple", $"Begin forwarded message:\n\nFrom: Mira Lund <mira@fair.example>\nSubject: Brochure\nDate: 2 March 2026 at 08:00:00\nTo: olga@studio.example\nCc: Per <per@fair.example>\n\n{Mails.Inquiry}" },
        { "apple-quoted", $"> Begin forwarded message:\n>\n> From: \"Mira Lund\" <mira@fair.example>\n> Subject: Brochure\n> Date: 2 March 2026 at 08:00:00\n> To: olga@studio.example\n> Cc: Per <per@fair.example>\n>\n> {Mails.Inquiry.Replace("\n", "\n> ", StringComparison.Ordinal)}" },
        { "thunderbird", $"-------- Forwarded Message --------\nSubject: \tBrochure\nDate: \tMon, 2 Mar 2026 08:00\nFrom: \tMira Lund <mira@fair.example>\nTo: \tolga@studio.example\nCC: \tPer <per@fair.example>\n\n\n\n{Mails.Inquiry}" },
        { "yahoo", $"   ----- Forwarded Message ----- From: Mira Lund <mira@fair.example>To: \"olga@studio.example\" <olga@studio.example>Cc: Per <per@fair.example>Sent: Monday, March 2, 2026, 08:00:00Subject: Brochure\n {Mails.Inquiry}" },
        { "bold", $"---------- Forwarded message ---------\n*From:* Mira Lund <mira@fair.example>\n*Sent:* Monday, March 2, 2026 8:00 AM\n*To:* olga@studio.example\n*Cc:* Per <per@fair.example>\n*Subject:* Brochure\n\n{Mails.Inquiry}" },
    };

    [Theory]
    [MemberData(nameof(Forwards))]
    public void Read_ForwardOfAProgram_GivesTheOriginal(string program, string forward)
    {
        var mail = Mails.Content(Mails.Plain($"Please answer this one.\n\nOlga\n\n{forward}"));

        Assert.NotEmpty(program);
        Assert.Equal(ContentOrigin.InlineForward, mail.Origin);
        Assert.Equal(new Mailbox("Mira Lund", "mira@fair.example"), mail.Sender);
        Assert.Equal([new Mailbox(null, "olga@studio.example")], mail.Recipients);
        Assert.Equal([new Mailbox("Per", "per@fair.example")], mail.Copied);
        Assert.Equal("Brochure", mail.Subject);
        Assert.Null(mail.SentAt);
        Assert.Contains("2026", mail.SentAtText, StringComparison.Ordinal);
        Assert.Equal(Mails.Inquiry, mail.Text);
        Assert.Equal("Please answer this one.\n\nOlga", mail.Note);
        Assert.Equal("olga@studio.example", mail.Forwarder?.Address);
        Assert.Equal("outer-1@studio.example", mail.MailId);
        Assert.Null(mail.OriginalMailId);
    }

    [Fact]
    public void Read_DateWithAZone_GivesTheMoment()
    {
        var mail = Mails.Content(Mails.Plain("---------- Forwarded message ---------\nFrom: a@b.example\nDate: Monday, March 2, 2026, 5:55:44 PM -0400\nSubject: x\n\nbody"));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 17, 55, 44, TimeSpan.FromHours(-4)), mail.SentAt);
        Assert.Null(mail.SentAtText);
    }

    [Fact]
    public void Read_DateInFigures_StaysText() =>
        Assert.Equal("02/03/2026 4:52 PM EST", Mails.Content(Mails.Plain("---------- Forwarded message ---------\nFrom: a@b.example\nDate: 02/03/2026 4:52 PM EST\nSubject: x\n\nbody")).SentAtText);

    [Fact]
    public void Read_SenderWithoutAddress_GivesNoneAndSaysSo()
    {
        var mail = Mails.Content(Mails.Plain("---------- Forwarded message ---------\nFrom: Mira Lund\nDate: today\nSubject: x\n\nbody"));
        Assert.Equal(ContentOrigin.InlineForward, mail.Origin);
        Assert.Null(mail.Sender);
        Assert.Contains(mail.Warnings, warning => warning.Contains("without a mail address", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("From: a@b.example, c@d.example")]
    [InlineData("From: Anna <a@b.example> <c@d.example>")]
    public void Read_TwoSenders_GivesNone(string from) =>
        Assert.Null(Mails.Content(Mails.Plain($"---------- Forwarded message ---------\n{from}\nDate: today\nSubject: x\n\nbody")).Sender);

    [Fact]
    public void Read_HeaderInUnknownWords_GivesNoSender()
    {
        var mail = Mails.Content(Mails.Plain("---------- Forwarded message ---------\nQorv: Mira <mira@fair.example>\nDate: gestern\nSubject: x\nTo: <olga@studio.example>\n\nbody"));
        Assert.Equal(ContentOrigin.InlineForward, mail.Origin);
        Assert.Null(mail.Sender);
        Assert.Equal("body", mail.Text);
    }

    [Fact]
    public void Read_NamesWithCommasAndLinks_AreKept()
    {
        var mail = Mails.Content(Mails.Plain(
            "________________________________\nFrom: Lund, Mira<mailto:mira@fair.example> <mira@fair.example<mailto:mira@fair.example>> on behalf of office@fair.example<mailto:office@fair.example>\n" +
            "Sent: Monday\nTo: Operator, Olga <olga@studio.example>; 'Nils, B' <nils@fair.example>, plain@fair.example\nSubject: x\n\nbody"));
        Assert.Equal(new Mailbox("Lund, Mira", "mira@fair.example"), mail.Sender);
        Assert.Equal([new Mailbox("Operator, Olga", "olga@studio.example"), new Mailbox("Nils, B", "nils@fair.example"), new Mailbox(null, "plain@fair.example")], mail.Recipients);
    }

    [Fact]
    public void Read_ForwardOfAForward_KeepsTheInnerOneInTheText()
    {
        var mail = Mails.Content(Mails.Plain(
            "---------- Forwarded message ---------\nFrom: a@b.example\nDate: today\nSubject: Fwd: x\n\nsee below\n\n---------- Forwarded message ---------\nFrom: c@d.example\nDate: before\nSubject: x\n\ndeep"));
        Assert.Equal("a@b.example", mail.Sender?.Address);
        Assert.Equal("x", mail.Subject);
        Assert.EndsWith("deep", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Re: Brochure", "Yes, that works.\n\nOn Mon, Mar 2, 2026 at 8:00 AM Mira Lund <mira@fair.example> wrote:\n> Shall we?\n")]
    [InlineData("Brochure", "Yes, that works.\n\nOn Mon, Mar 2, 2026 at 8:00 AM Mira Lund <mira@fair.example>\nwrote:\n\n> ---------- Forwarded message ---------\n> From: x@y.example\n> Date: today\n> Subject: s\n> deep\n")]
    [InlineData("RE: Brochure", "Yes.\n\n________________________________\nFrom: Mira Lund <mira@fair.example>\nSent: Monday\nTo: olga@studio.example\nSubject: Brochure\n\nShall we?\n")]
    [InlineData("AW: Brochure", "Ja.\n\nAm 2. März 2026 um 08:00 schrieb Mira <mira@fair.example>:\n> ---------- Forwarded message ---------\n> From: x@y.example\n> Date: today\n> Subject: s\n>\n> deep\n")]
    [InlineData("Hello", "From: here to there is a long way.\nTo: be or not to be.\n")]
    [InlineData("Hello", "I wrote: forwarded message\n")]
    public void Read_Answer_IsNoForward(string subject, string body)
    {
        var mail = Mails.Content(Mails.Plain(body, subject));
        Assert.Equal(ContentOrigin.DirectMail, mail.Origin);
        Assert.Equal("olga@studio.example", mail.Sender?.Address);
        Assert.Equal("outer-1@studio.example", mail.OriginalMailId);
    }

    [Fact]
    public void Read_SentToTheQuotedAuthor_IsAnAnswer()
    {
        var body = "Yes.\n\n________________________________\nFrom: Helper <assistant@studio.example>\nSent: Monday\nTo: olga@studio.example\nSubject: Brochure\n\nShall we?\n";
        Assert.Equal(ContentOrigin.DirectMail, Mails.Content(Mails.Plain(body, "Vastaus: Brochure")).Origin);
        Assert.Equal(ContentOrigin.InlineForward, Mails.Content(Mails.Plain(body, "Fwd: Brochure")).Origin);
    }

    [Fact]
    public void Read_BlockUnderAPlainSubject_IsAForwardWithAWarning()
    {
        var mail = Mails.Content(Mails.Plain("From: Mira Lund <mira@fair.example>\nSent: Monday\nTo: olga@studio.example\nSubject: Brochure\n\nShall we?\n", "Look at this"));
        Assert.Equal("mira@fair.example", mail.Sender?.Address);
        Assert.Contains(mail.Warnings, warning => warning.Contains("may be an answer", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_HtmlOfAppleMail_GivesTheOriginal()
    {
        var mail = Mails.Content(Mails.Html(
            "<body>See below.<br><div><blockquote type=\"cite\"><div>Begin forwarded message:</div><br><div><b>From: </b>Mira Lund &lt;<a href=\"mailto:mira@fair.example\">mira@fair.example</a>&gt;<br></div>" +
            "<div><b>Subject: </b><b>Brochure</b><br></div><div><b>Date: </b>2 March 2026 at 08:00:00 CET<br></div><div><b>To: </b>olga@studio.example<br></div><br><div>We need it.</div></blockquote></div></body>"));
        Assert.Equal(new Mailbox("Mira Lund", "mira@fair.example"), mail.Sender);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(1)), mail.SentAt);
        Assert.Equal("We need it.", mail.Text);
        Assert.Equal("See below.", mail.Note);
    }

    [Fact]
    public void Read_NameThatHoldsAHeader_DoesNotChangeTheSender()
    {
        var mail = Mails.Content(Mails.Plain("  ----- Forwarded Message ----- From: \"X To: boss@corp.example\" <evil@fake.example>To: \"a\" <a@b.example>Sent: todaySubject: x\nbody"));
        Assert.Equal("evil@fake.example", mail.Sender?.Address);
    }

    [Fact]
    public void Read_HtmlOfGmail_GivesTheOriginal()
    {
        var mail = Mails.Content(Mails.Html(
            "<div dir=\"ltr\">Please answer.<br><br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">---------- Forwarded message ---------<br>" +
            "From: <strong>Mira Lund</strong> <span dir=\"auto\">&lt;<a href=\"mailto:mira@fair.example\">mira@fair.example</a>&gt;</span><br>Date: Mon, Mar 2, 2026 at 8:00 AM<br>" +
            "Subject: Brochure<br>To:  &lt;<a href=\"mailto:olga@studio.example\">olga@studio.example</a>&gt;<br></div><br><br>We need <b>it</b>.<script>alert(1)</script></div></div>"));
        Assert.Equal(new Mailbox("Mira Lund", "mira@fair.example"), mail.Sender);
        Assert.Equal("We need it.", mail.Text);
        Assert.Equal("Please answer.", mail.Note);
    }

    [Fact]
    public void Read_HtmlOfOutlook_GivesTheOriginal()
    {
        var mail = Mails.Content(Mails.Html(
            "<body><p class=MsoNormal>Please answer.</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>From:</b> Mira Lund &lt;mira@fair.example&gt; <br>" +
            "<b>Sent:</b> Monday, March 2, 2026 8:00 AM<br><b>To:</b> olga@studio.example<br><b>Subject:</b> Brochure</p></div><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Line one</p><p class=MsoNormal>Line two</p></body>", "FW: Brochure"));
        Assert.Equal(new Mailbox("Mira Lund", "mira@fair.example"), mail.Sender);
        Assert.Equal("Line one\nLine two", mail.Text);
        Assert.Equal("Please answer.", mail.Note);
    }

    [Fact]
    public void ReadPasted_Forward_IsTakenApart()
    {
        var content = new AiOs.Connectors.Email.Reading.MailReader().ReadPasted("see\n\nBegin forwarded message:\n\nFrom: Mira <mira@fair.example>\nSubject: Brochure\nDate: today\nTo: olga@studio.example\n\nbody");
        Assert.Equal(ContentOrigin.InlineForward, content.Origin);
        Assert.Equal("mira@fair.example", content.Sender?.Address);
        Assert.Equal("see", content.Note);
    }

    [Fact]
    public void ReadPasted_RawMail_IsRead()
    {
        var content = new AiOs.Connectors.Email.Reading.MailReader().ReadPasted(Mails.Original);
        Assert.Equal(ContentOrigin.DirectMail, content.Origin);
        Assert.Equal("orig-7@fair.example", content.OriginalMailId);
    }

    [Theory]
    [InlineData("Invoice Acme 300 EUR for March, please.")]
    [InlineData("")]
    [InlineData("From: me\nTo: do")]
    public void ReadPasted_AnythingElse_IsTyped(string text)
    {
        var content = new AiOs.Connectors.Email.Reading.MailReader().ReadPasted(text);
        Assert.Equal(ContentOrigin.Typed, content.Origin);
        Assert.Equal(text, content.Text);
    }
}
