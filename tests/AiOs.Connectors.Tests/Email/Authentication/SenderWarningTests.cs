using AiOs.Connectors.Email.Authentication;
using AiOs.Connectors.Email.Reading;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Tests.Email.Authentication;

public sealed class SenderWarningTests
{
    private const string Pass = "Authentication-Results: mx.studio.example; dmarc=pass\n";
    private const string Forwarded = "---------- Forwarded message ---------\nFrom: Mira Lund <mira@fair.example>\nSubject: Brochure\nTo: Olga <olga@studio.example>\n\nWe need a brochure.\n";

    [Theory]
    [InlineData("olga@studio.example", "")]
    [InlineData("Olga Operator <OLGA@studio.example>", "")]
    [InlineData("olga.private@home.example", "")]
    [InlineData("olga@studio.example", Pass)]
    [InlineData("evil@x.example\nSender: olga@studio.example", "")]
    public void Read_MailThatSaysItIsYou_IsMarked(string from, string results)
    {
        var mail = Read(results + Mail(from));
        Assert.Equal([SenderWarnings.SaysItIsYou], mail.Warnings);
    }

    [Theory]
    [InlineData("Olga Operator <evil@x.example>")]
    [InlineData("\"Operator <evil@x.example>\" <evil@x.example>")]
    [InlineData("Operator <evil@x.example>")]
    [InlineData("\"olga@studio.example\" <evil@x.example>")]
    [InlineData("\"Olga (olga@studio.example)\" <evil@x.example>")]
    [InlineData("ÓLGA  operator <evil@x.example>")]
    public void Read_NameOfYours_IsMarked(string from) => Assert.Single(Read(Pass + Mail(from)).Warnings, warning =>
        warning.Contains("as you are", StringComparison.Ordinal) && warning.Contains("evil@x.example", StringComparison.Ordinal));

    [Fact]
    public void Read_NameThatIsAnotherAddress_IsMarked() => Assert.Equal(
        ["The name beside the sender holds another address, ceo@acme.example; the mail comes from evil@x.example."],
        Read(Mail("\"ceo@acme.example\" <evil@x.example>")).Warnings);

    [Theory]
    [InlineData("Ann <ann@acme.example>")]
    [InlineData("Olga Other <ann@acme.example>")]
    [InlineData("\"ann@acme.example\" <ann@acme.example>")]
    public void Read_NobodyOfYours_IsNot(string from) => Assert.Empty(Read(Mail(from)).Warnings);

    [Theory]
    [InlineData("", false, false)]
    [InlineData("", true, true)]
    [InlineData("Authentication-Results: mx.studio.example; dmarc=none\n", true, true)]
    [InlineData(Pass, true, false)]
    public void Read_YourForward_IsMarkedWhereItIsNotProved(string results, bool believed, bool warns)
    {
        var mail = Read(results + Mail("olga@studio.example", "Fwd: Brochure", Forwarded), believed);
        Assert.Equal(ContentOrigin.InlineForward, mail.Origin);
        Assert.Equal(warns, mail.Warnings.Any(warning => warning.StartsWith("This mail says that you forwarded it; mx.studio.example did not confirm that", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("0199a00000007000800000000000000a@studio.example", "olga@studio.example", true)]
    [InlineData("0199a000-0000-7000-8000-00000000000a@studio.example", "olga@studio.example", false)]
    [InlineData("0199a00000004000800000000000000a@studio.example", "olga@studio.example", false)]
    [InlineData("0199a00000007000800000000000000a@studio.example", "ann@acme.example", false)]
    [InlineData("something-else@studio.example", "olga@studio.example", false)]
    public void Read_MailOfOurs_HasComeBack(string id, string from, bool back)
    {
        var mail = Read(Mail(from).Replace("1@acme.example", id, StringComparison.Ordinal));
        Assert.Equal((back ? true : null, back), (mail.CameBack, mail.Automatic));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-generated", true)]
    [InlineData("List-Post: <mailto:all@list.example>", true)]
    [InlineData("Precedence: auto_reply", true)]
    [InlineData("X-Autoreply: yes", true)]
    [InlineData("X-Auto-Response-Suppress: DR, OOF, AutoReply", true)]
    [InlineData("X-Auto-Response-Suppress: All", true)]
    [InlineData("X-Auto-Response-Suppress: RN, NRN", false)]
    [InlineData("X-Mailer: Somebody", false)]
    public void Read_SignsOfAProgram_AreSeen(string header, bool automatic) => Assert.Equal(automatic, Read(header + "\n" + Mail("ann@acme.example")).Automatic);

    private static string Mail(string from, string subject = "Offer", string body = "Please approve.\n") =>
        $"From: {from}\nTo: olga@studio.example\nSubject: {subject}\nDate: Tue, 03 Mar 2026 09:00:00 +0100\nMessage-ID: <1@acme.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}";

    private static MessageContent Read(string mail, bool believed = true)
    {
        var trust = new MailTrust
        {
            AuthservId = believed ? "mx.studio.example" : null,
            OwnAddresses = ["olga@studio.example", "olga.private@home.example"],
            OwnName = "Olga Operator",
            SendsFrom = "olga@studio.example",
        };
        return Assert.IsType<MailReading.Readable>(new MailReader(MailBounds.Default, trust).Read(Mails.Bytes(mail), TestContext.Current.CancellationToken)).Content;
    }
}
