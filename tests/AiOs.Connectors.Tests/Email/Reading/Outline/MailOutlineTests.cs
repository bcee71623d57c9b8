using AiOs.Connectors.Email.Reading;
using AiOs.Connectors.Email.Reading.Outline;
using AiOs.Connectors.Tests.Support;

namespace AiOs.Connectors.Tests.Email.Reading.Outline;

public sealed class MailOutlineTests
{
    [Fact]
    public void Of_MailInAMail_GivesThePathsNamesAndBytes()
    {
        var raw = Mails.Multipart(
            "mixed", "Content-Type: text/plain\n\nnote", $"Content-Type: message/rfc822\n\n{Mails.Original}", "Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\nQUJD");

        var parts = MailOutline.Of(raw, MailBounds.Default, TestContext.Current.CancellationToken);

        Assert.NotNull(parts);
        Assert.Equal(
            ["0 multipart/mixed - -", "0.0 text/plain - 4", "0.1 message/rfc822 - -", "0.1.0 text/plain - 21", "0.2 image/png a.png 3"],
            parts.Select(part => $"{part.Path} {part.MediaType} {part.FileName ?? "-"} {part.Content?.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}"));
    }

    [Fact]
    public void Of_NoMail_GivesNothing() => Assert.Null(MailOutline.Of("no mail"u8.ToArray(), MailBounds.Default, TestContext.Current.CancellationToken));

    [Fact]
    public void Read_ContentTypeThatIsNone_IsText()
    {
        var mail = Mails.Content(Mails.Bytes("From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: words\n\nHello there.\n"));
        Assert.Equal("Hello there.", mail.Text);
        Assert.Empty(mail.Attachments);
    }
}
