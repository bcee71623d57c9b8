using System.Text;
using AiOs.Connectors.Email.Reading;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Tests.Email.Reading;

public sealed class BadMailTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\r\n\r\n", "empty")]
    [InlineData("hello there", "not-mail")]
    [InlineData("Note: this\nis: no mail\n\nat all", "not-mail")]
    [InlineData("From: a@b.example\nSubject: cut", "truncated")]
    [InlineData("From: a@b.example\nSubject: cut\nMessage-", "truncated")]
    [InlineData("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nhalf", "truncated")]
    [InlineData("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n", "truncated")]
    public void Read_BrokenMail_SaysWhat(string mail, string code) => Assert.Equal(code, Mails.Code(Encoding.UTF8.GetBytes(mail)));

    [Fact]
    public void Read_Garbage_IsNoMail()
    {
        var bytes = new byte[100_000];
        new Random(7).NextBytes(bytes);
        Assert.Equal("not-mail", Mails.Code(bytes));
        Assert.Equal("not-mail", Mails.Code(new byte[] { 0x46, 0x72, 0x6f, 0x6d, 0x3a, 0, 1, 2, 10, 10 }));
        Assert.Equal("not-mail", Mails.Code(Encoding.Unicode.GetBytes("From: a@b.example\r\n\r\nhello")));
    }

    [Theory]
    [InlineData("From: a@b.example\n\nno newline at the end")]
    [InlineData("From a@b.example Mon Mar  2 08:00:00 2026\nFrom: a@b.example\n\nmbox line")]
    [InlineData("\uFEFFFrom: a@b.example\n\nmark")]
    [InlineData("From: a@b.example\nContent-Type: multipart/mixed\n\nno boundary")]
    [InlineData("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\n\ninner end is missing\n--x--\n")]
    [InlineData("From: a@b.example\n\nNUL\0inside")]
    public void Read_OddMail_IsReadAllTheSame(string mail) => Assert.NotNull(Mails.Content(Encoding.UTF8.GetBytes(mail)));

    [Fact]
    public void Read_SixtyMegabytes_IsTooLarge() => Assert.Equal("too-large", Mails.Code(new byte[60 * 1024 * 1024]));

    [Fact]
    public void Read_HugeBase64_IsKept()
    {
        var file = Convert.ToBase64String(new byte[17 * 1024 * 1024], Base64FormattingOptions.InsertLineBreaks);
        var raw = Mails.Multipart("mixed", "Content-Type: text/plain\n\nbody", $"Content-Type: application/zip\nContent-Transfer-Encoding: base64\n\n{file}");
        Timed(() => Assert.Equal(17 * 1024 * 1024, Assert.Single(Mails.Readable(raw).Files).Bytes.Length));
    }

    [Fact]
    public void Read_TenThousandParts_AreTooMany() => Timed(() =>
        Assert.Equal("too-many-parts", Mails.Code(Mails.Multipart("mixed", [.. Enumerable.Repeat("Content-Type: text/plain\n\nx", 10_000)]))));

    [Fact]
    public void Read_PartsInParts_AreTooDeep() => Timed(() =>
    {
        var mail = new StringBuilder("From: a@b.example\n");
        for (var i = 0; i < 5000; i++) mail.Append($"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        Assert.Equal("too-deep", Mails.Code(Encoding.UTF8.GetBytes(mail.ToString())));
    });

    [Fact]
    public void Read_MailsInMails_AreTooDeep() => Timed(() =>
    {
        var mail = new StringBuilder();
        for (var i = 0; i < 5000; i++) mail.Append("From: a@b.example\nContent-Type: message/rfc822\n\n");
        Assert.Equal("too-deep", Mails.Code(Encoding.UTF8.GetBytes($"{mail}From: c@d.example\n\nx")));
    });

    [Theory]
    [InlineData('(')]
    [InlineData('<')]
    [InlineData('"')]
    [InlineData(',')]
    [InlineData(':')]
    [InlineData('@')]
    [InlineData('\\')]
    [InlineData('=')]
    public void Read_LongOddAddresses_TakeNoTime(char odd) => Timed(() =>
    {
        var run = new string(odd, 200_000);
        Read($"From: a@b.example{run}\nTo: {run}\nSubject: {run[..1000]}\nReferences: {run[..100_000]}\n\nbody");
    });

    [Theory]
    [InlineData("<div>")]
    [InlineData("<")]
    [InlineData("<a href=\"https://x.example\">")]
    [InlineData("<blockquote>")]
    [InlineData("&")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("<p>x")]
    public void Read_LongOddHtml_TakesNoTime(string odd) => Timed(() =>
        Read($"From: a@b.example\nSubject: s\nContent-Type: text/html\n\n{string.Concat(Enumerable.Repeat(odd, 3_000_000 / odd.Length))}"));

    [Theory]
    [InlineData("From: a@b.example\n")]
    [InlineData("---------- Forwarded message ---------\n")]
    [InlineData("> ")]
    [InlineData(">")]
    [InlineData("On 1 wrote:\n")]
    [InlineData("On 12:34, a <a@b.example> wrote:\n\n")]
    [InlineData("a@b 1234:\n>\n")]
    [InlineData("From: a,\n")]
    [InlineData("----- Forwarded Message ----- From: a@b.exampleTo: ")]
    [InlineData("\n")]
    public void Read_LongOddText_TakesNoTime(string odd) => Timed(() =>
    {
        var body = string.Concat(Enumerable.Repeat(odd, 250_000 / odd.Length));
        Read($"From: a@b.example\nSubject: Fwd: s\nContent-Type: text/plain\n\n{body}");
        Read($"From: a@b.example\nSubject: Re: s\nContent-Type: text/plain; format=flowed\n\n{body}");
        new MailReader().ReadPasted(body);
    });

    [Fact]
    public void Read_LongText_IsCutAndSaysSo()
    {
        var mail = Mails.Content(Mails.Plain(string.Concat(Enumerable.Repeat("ä long line of text\n", 50_000)), "Hello"));
        Assert.Equal(256 * 1024, mail.Text.Length);
        Assert.Contains(mail.Warnings, warning => warning.Contains("in part", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AnyChangedBytes_NeverThrowsAndIsQuick()
    {
        var seeds = Seeds();
        var random = new Random(20260303);
        var read = 0;
        for (var i = 0; i < 2000; i++)
        {
            var mail = (byte[])seeds[i % seeds.Length].Clone();
            for (var change = random.Next(1, 12); change > 0; change--) mail = Mutate(mail, random);
            if (Quick(mail, $"mutation {i}") is MailReading.Readable) read++;
        }

        Assert.InRange(read, 500, 2000);
    }

    private static byte[] Mutate(byte[] mail, Random random)
    {
        if (mail.Length == 0) return mail;
        var at = random.Next(mail.Length);
        switch (random.Next(5))
        {
            case 0: mail[at] = (byte)random.Next(256); return mail;
            case 1: return mail[..at];
            case 2: return [.. mail[..at], .. mail[random.Next(mail.Length)..]];
            case 3: return [.. mail[..at], (byte)"\r\n:;\"<>()-=\0"[random.Next(12)], .. mail[at..]];
            default: mail[at] ^= (byte)(1 << random.Next(8)); return mail;
        }
    }

    private static byte[][] Seeds() =>
    [
        Mails.Plain($"Note\n\n---------- Forwarded message ---------\nFrom: Mira <mira@fair.example>\nDate: Mon, 2 Mar 2026 08:00:00 +0000\nSubject: Brochure\nTo: <olga@studio.example>\n\n{Mails.Inquiry}"),
        Mails.Plain($"________________________________\nFrom: Mira <mira@fair.example>\nSent: Monday\nTo: a@b.example; c@d.example\nSubject: x\n\n{Mails.Inquiry}"),
        Mails.Plain("> Begin forwarded message:\n>\n> From: Mira <mira@fair.example>\n> Date: today\n> Subject: s\n>\n> body"),
        Mails.Html("<div>a<br><blockquote><p>b</p></blockquote><a href='https://x.example'>c</a><table><tr><td>d</td></tr></table></div>"),
        Mails.Multipart("mixed", "Content-Type: text/plain\n\nnote", $"Content-Type: message/rfc822\n\n{Mails.Original}"),
        Mails.Multipart("alternative", "Content-Type: text/plain; charset=utf-8\n\nplain ä", "Content-Type: text/html; charset=iso-8859-1\n\n<p>html</p>"),
        Mails.Multipart("related", "Content-Type: text/html\n\n<img src='cid:1' alt='x'>", "Content-Type: image/png; name=a.png\nContent-ID: <1>\nContent-Transfer-Encoding: base64\n\nQUJDREVG"),
        Mails.Multipart("mixed", "Content-Type: text/plain; format=flowed; delsp=yes\n\na \nb\n> c \n> d", "Content-Type: application/pdf; name*0=\"a\"; name*1=\"b.pdf\"\n\nx"),
        Mails.Multipart("signed", "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n=C3=A4 =\nb", "Content-Type: application/pgp-signature\n\nsig"),
        Mails.Bytes(Mails.Original),
    ];

    private static void Read(string mail) => new MailReader().Read(Encoding.UTF8.GetBytes(mail), TestContext.Current.CancellationToken);

    /// <summary>Reading is the same every time: only what is slow three times is slow, and not the machine.</summary>
    private static MailReading Quick(byte[] mail, string what)
    {
        for (var attempt = 1; ; attempt++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var reading = new MailReader().Read(mail, TestContext.Current.CancellationToken);
            if (TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(3)) return reading;
            Assert.True(attempt < 3, $"{what} took too long");
        }
    }

    private static void Timed(Action read)
    {
        for (var attempt = 1; ; attempt++)
        {
            var start = TimeProvider.System.GetTimestamp();
            read();
            if (TimeProvider.System.GetElapsedTime(start) < Longest) return;
            Assert.True(attempt < 3, "took too long");
        }
    }
}
