using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts;
using AiOs.Contracts.Messages;
using Microsoft.Extensions.Options;
using MimeKit;

namespace AiOs.Connectors.Tests.Email.Sending;

public sealed class MailComposerTests
{
    [Fact]
    public void Compose_Twice_GivesTheSameBytes() =>
        Assert.Equal(MailComposer.Bytes(Compose()).ToArray(), MailComposer.Bytes(Compose()).ToArray());

    [Fact]
    public void Compose_ThenParsed_SaysWhatThePermitSays()
    {
        using var stream = new MemoryStream(MailComposer.Bytes(Compose()).ToArray());
        using var mail = MimeMessage.Load(stream, TestContext.Current.CancellationToken);
        var arguments = Effects.Arguments();
        Assert.Equal("olga@studio.example", Assert.Single(mail.From.Mailboxes).Address);
        Assert.Equal(("Mira Lund", "mira@fair.example"), (Assert.Single(mail.To.Mailboxes).Name, mail.To.Mailboxes.First().Address));
        Assert.Equal("per@fair.example", Assert.Single(mail.Cc.Mailboxes).Address);
        Assert.Equal(arguments.Subject, mail.Subject);
        Assert.Equal(Effects.Decided, mail.Date);
        Assert.Equal($"{Effects.Id.Value:N}@studio.example", mail.MessageId);
        Assert.Equal(arguments.InReplyTo, mail.InReplyTo);
        Assert.Equal(arguments.References, mail.References);
        Assert.Equal(arguments.Text, mail.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("Größe: 5 €\n\n  indented, and trailing  \nFrom the start\n.\n..dots")]
    [InlineData("日本語のメール")]
    [InlineData("=equals= and \ttab")]
    public void Compose_AnyText_ComesBackExactly(string text)
    {
        using var stream = new MemoryStream(MailComposer.Bytes(Composer(null, null).Compose(Effects.Permit(Effects.Arguments() with { Text = text }), [])).ToArray());
        using var mail = MimeMessage.Load(stream, TestContext.Current.CancellationToken);
        Assert.Equal($"{text}\n", mail.TextBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Compose_LongLine_StaysWithinTheStandard()
    {
        var bytes = MailComposer.Bytes(Composer(null, null).Compose(Effects.Permit(Effects.Arguments() with { Text = new string('x', 5000) }), []));
        Assert.All(System.Text.Encoding.UTF8.GetString(bytes.Span).Split("\r\n"), line => Assert.True(line.Length <= 998));
    }

    [Theory]
    [InlineData("From Me <me@firm.example>", "own@home.example", "me@firm.example")]
    [InlineData(null, "own@home.example", "own@home.example")]
    [InlineData(null, null, "operator@aios.invalid")]
    [InlineData(null, "nonsense", "operator@aios.invalid")]
    public void Compose_Sender_IsTheFirstThatIsKnown(string? configured, string? own, string expected) =>
        Assert.Equal(expected, Assert.Single(Composer(configured, own).Compose(Effects.Permit(Effects.Arguments()), []).From.Mailboxes).Address);

    [Fact]
    public void Compose_WithAGap_Throws() =>
        Assert.Throws<AiOsException>(() => Composer(null, null).Compose(Effects.Permit(Effects.Arguments() with { To = [new Mailbox(null, "a@b.example\r\nBcc: c@d.example")] }), []));

    private static MimeMessage Compose() => Composer("Olga Operator <olga@studio.example>", null).Compose(Effects.Permit(Effects.Arguments()), []);

    private static MailComposer Composer(string? from, string? own) => new(
        Options.Create(new EmailOptions { Smtp = new SmtpOptions { From = from } }), new EmailPlaces("/nowhere", "data/outbox", "/nowhere", own));
}
