using System.Text;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Tests.Email.Reading;

public sealed class MailReaderTests
{
    [Fact]
    public void Read_AttachedMail_GivesItExactly()
    {
        var mail = Mails.Content(Mails.Multipart("mixed", "Content-Type: text/plain\n\nPlease look.", $"Content-Type: message/rfc822\n\n{Mails.Original}"));
        Assert.Equal(ContentOrigin.AttachedForward, mail.Origin);
        Assert.Equal(new Mailbox("Mira Lund", "mira@fair.example"), mail.Sender);
        Assert.Equal([new Mailbox("Per", "per@fair.example")], mail.Copied);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), mail.SentAt);
        Assert.Equal("orig-7@fair.example", mail.OriginalMailId);
        Assert.Equal(["first@fair.example", "second@fair.example"], mail.References);
        Assert.Equal("We need a brochure.", mail.Text);
        Assert.Equal("Please look.", mail.Note);
        Assert.Equal("olga@studio.example", mail.Forwarder?.Address);
        Assert.Empty(mail.Attachments);
    }

    [Fact]
    public void Read_AttachedMailInBase64_IsReadToo()
    {
        var encoded = Convert.ToBase64String(Mails.Bytes(Mails.Original), Base64FormattingOptions.InsertLineBreaks);
        var mail = Mails.Content(Mails.Multipart("mixed", "Content-Type: text/plain\n\nNote", $"Content-Type: application/octet-stream; name=\"mail.eml\"\nContent-Transfer-Encoding: base64\n\n{encoded}"));
        Assert.Equal(ContentOrigin.AttachedForward, mail.Origin);
        Assert.Equal("orig-7@fair.example", mail.OriginalMailId);
    }

    [Fact]
    public void Read_MailDeeperInAnAttachedMail_IsAFile()
    {
        var inner = Mails.Original.Replace("Content-Type: text/plain; charset=utf-8\n\nWe need a brochure.\n", $"Content-Type: multipart/mixed; boundary=in\n\n--in\nContent-Type: text/plain\n\nouter\n--in\nContent-Type: message/rfc822\n\n{Mails.Original}\n--in--\n", StringComparison.Ordinal);
        var mail = Mails.Readable(Mails.Multipart("mixed", $"Content-Type: message/rfc822\n\n{inner}"));
        Assert.Equal("outer", mail.Content.Text);
        var file = Assert.Single(mail.Files);
        Assert.Equal("Brochure.eml", file.Name);
        Assert.Equal("message/rfc822", file.MediaType);
    }

    [Fact]
    public void Read_Bounce_IsNoForward()
    {
        var mail = Mails.Content(Mails.Multipart("report; report-type=delivery-status", "Content-Type: text/plain\n\nNot delivered.", "Content-Type: message/delivery-status\n\nAction: failed", $"Content-Type: message/rfc822\n\n{Mails.Original}"));
        Assert.Equal(ContentOrigin.DirectMail, mail.Origin);
        Assert.True(mail.Automatic);
    }

    [Fact]
    public void Read_DirectMail_ThreadsUnderItself()
    {
        var mail = Mails.Content(Mails.Bytes(Mails.Original));
        Assert.Equal(ContentOrigin.DirectMail, mail.Origin);
        Assert.Equal("orig-7@fair.example", mail.OriginalMailId);
        Assert.Null(mail.Forwarder);
        Assert.False(mail.Automatic);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n", true)]
    [InlineData("Auto-Submitted: no\n", false)]
    [InlineData("List-Id: <news.example>\n", true)]
    [InlineData("List-Unsubscribe: <mailto:x@y.example>\n", true)]
    [InlineData("Precedence: bulk\n", true)]
    [InlineData("Return-Path: <>\n", true)]
    [InlineData("Return-Path: <olga@studio.example>\n", false)]
    public void Read_SignsOfAProgram_AreSeen(string header, bool automatic) =>
        Assert.Equal(automatic, Mails.Content(Mails.Plain("body", "News", header)).Automatic);

    [Fact]
    public void Read_Alternative_ShowsThePlainTextAndKeepsTheRest()
    {
        var mail = Mails.Readable(Mails.Multipart(
            "alternative", "Content-Type: text/plain; charset=utf-8\n\nplain", "Content-Type: text/html; charset=utf-8\n\n<p>html</p>", "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nEND:VCALENDAR"));
        Assert.Equal("plain", mail.Content.Text);
        Assert.Equal("invitation.ics", Assert.Single(mail.Files).Name);
    }

    [Fact]
    public void Read_AlternativeWithEmptyPlainText_ShowsTheHtml() =>
        Assert.Equal("html", Mails.Content(Mails.Multipart("alternative", "Content-Type: text/plain\n\n \n", "Content-Type: text/html\n\n<p>html</p>")).Text);

    [Fact]
    public void Read_Html_BecomesText()
    {
        var mail = Mails.Content(Mails.Html(
            "<html><head><title>t</title><style>p{}</style></head><body><h1>Offer</h1><p>Dear&nbsp;Olga,<br>see <a href=\"https://fair.example/x\">our page</a> &amp; <a href=\"https://fair.example\">fair.example</a>.</p>" +
            "<ul><li>one</li><li>two</li></ul><table><tr><td>a</td><td>b</td></tr></table><blockquote>old</blockquote><script>x()</script></body></html>", "Offer"));
        Assert.Equal("Offer\n\nDear Olga,\nsee our page (https://fair.example/x) & fair.example.\n\n- one\n- two\na b\n> old", mail.Text);
    }

    [Fact]
    public void Read_FlowedText_IsJoined()
    {
        var raw = Mails.Bytes("From: a@b.example\nTo: c@d.example\nSubject: s\nMessage-ID: <1@b.example>\nContent-Type: text/plain; charset=utf-8; format=flowed\n\nThis is one \nlong line.\nThis is another.\n");
        Assert.Equal("This is one long line.\nThis is another.", Mails.Content(raw).Text.TrimEnd());
    }

    [Theory]
    [InlineData("utf-8", "windows-1252", true)]
    [InlineData("iso-8859-1", "utf-8", true)]
    [InlineData("x-unknown-9", "utf-8", true)]
    [InlineData("us-ascii", "utf-8", false)]
    [InlineData("windows-1251", "windows-1251", false)]
    [InlineData("utf-7", "utf-8", true)]
    public void Read_Charset_IsReadAsWhatItIs(string declared, string actual, bool warns)
    {
        var text = actual == "windows-1251" ? "Привет" : "Grüße";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(actual) ?? Encoding.GetEncoding(actual);
        byte[] raw = [.. Encoding.ASCII.GetBytes($"From: a@b.example\r\nTo: c@d.example\r\nSubject: s\r\nContent-Type: text/plain; charset={declared}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"), .. encoding.GetBytes(text + "\r\n")];
        var mail = Mails.Content(raw);
        Assert.Equal(text, mail.Text.Trim());
        Assert.Equal(warns, mail.Warnings.Count > 0);
    }

    [Fact]
    public void Read_NamesOfFiles_AreSafeAndDifferent()
    {
        var mail = Mails.Readable(Mails.Multipart(
            "mixed",
            "Content-Type: text/plain\n\nbody",
            "Content-Type: application/pdf; name=\"../../etc/passwd\"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nQUJD",
            "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''%E2%80%AEfdp.exe\n\nx",
            "Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"=?utf-8?Q?Rechnung_M=C3=A4rz.pdf?=\"\n\nx",
            "Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"Rechnung März.pdf\"\n\nx",
            "Content-Type: application/x-thing\nContent-Disposition: attachment; filename=\"..\"\n\nx",
            "Content-Type: text/plain\nContent-Disposition: inline; filename=\"notes.txt\"\n\nnotes"));
        Assert.Equal(["passwd", "fdp.exe", "Rechnung März.pdf", "Rechnung März (2).pdf", "attachment", "notes.txt"], mail.Files.Select(file => file.Name));
        Assert.Equal("ABC"u8.ToArray(), mail.Files[0].Bytes.ToArray());
        Assert.Equal("body", mail.Content.Text);
        Assert.Equal(mail.Files.Select(file => (file.Name, (long)file.Bytes.Length)), mail.Content.Attachments.Select(file => (file.Name, file.Size)));
    }

    [Fact]
    public void Read_Again_GivesTheSameKeyWhateverHappenedOnTheWay()
    {
        var first = Mails.Readable(Mails.Plain("Grüße\nund mehr", "Hello")).DedupeKey;
        Assert.Equal(first, Mails.Readable(Mails.Plain("Grüße\nund mehr\n\n", "Hello", "Received: from x by y; Mon, 2 Mar 2026 08:00:00 +0000\nX-Spam: no\n")).DedupeKey);
        var encoded = Encoding.UTF8.GetString(Mails.Plain("Gr=C3=BC=C3=9Fe\nund mehr", "Hello")).Replace("8bit", "quoted-printable", StringComparison.Ordinal);
        Assert.Equal(first, Mails.Readable(Encoding.UTF8.GetBytes(encoded)).DedupeKey);
        Assert.NotEqual(first, Mails.Readable(Mails.Plain("Grüße\nund mehr!", "Hello")).DedupeKey);
        Assert.StartsWith("mail:outer-1@studio.example:", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithoutMessageId_KeyHangsOnWhoWhenAndWhat()
    {
        static string Key(string subject) => Mails.Readable(Mails.Bytes($"From: a@b.example\nSubject: {subject}\nDate: Mon, 2 Mar 2026 08:00:00 +0000\n\nbody\n")).DedupeKey;
        Assert.Equal(Key("one"), Key("one"));
        Assert.NotEqual(Key("one"), Key("two"));
    }

    [Fact]
    public void Read_Redirected_KeepsTheSender()
    {
        var mail = Mails.Content(Mails.Bytes($"Resent-From: Olga <olga@studio.example>\n{Mails.Original}"));
        Assert.Equal("mira@fair.example", mail.Sender?.Address);
        Assert.Equal("olga@studio.example", mail.Forwarder?.Address);
    }
}
