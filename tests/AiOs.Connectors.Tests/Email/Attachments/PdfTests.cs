using System.Text;
using AiOs.Connectors.Email.Attachments;
using AiOs.Connectors.Email.Authentication;
using AiOs.Connectors.Email.Reading;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Messages;
using AiOs.Testing.Files;

namespace AiOs.Connectors.Tests.Email.Attachments;

/// <summary>The words of an attached PDF, and that no PDF can do harm.</summary>
public sealed class PdfTests
{
    private static readonly byte[] Invoice = Pdfs.Lines("Invoice 2026-117", "Total: 1,250.00 EUR", "Due: 2026-04-15", "IBAN: DE89 3704 0044 0532 0130 00");

    [Fact]
    public void Read_Pdf_GivesItsLines()
    {
        var mail = Mails.Readable(Attached(Invoice));

        Assert.Equal("Invoice 2026-117\nTotal: 1,250.00 EUR\nDue: 2026-04-15\nIBAN: DE89 3704 0044 0532 0130 00", Assert.Single(mail.Content.Attachments).Text);
        Assert.Equal(mail.Content.Attachments[0].Text, mail.Files[0].Text);
        Assert.Empty(mail.Content.Warnings);
        Assert.Equal("See the file.", mail.Content.Text);
    }

    [Fact]
    public void Read_PdfSaidToBeOctets_IsReadToo() =>
        Assert.Contains("1,250.00", Mails.Content(AttachmentCheckTests.With("scan", "application/octet-stream", Invoice)).Attachments[0].Text, StringComparison.Ordinal);

    [Fact]
    public void Read_PackedPdf_IsUnpacked() =>
        Assert.Equal("hello there", Text(Pdfs.Page(Pdfs.Ascii("BT /F1 12 Tf 50 700 Td (hello there) Tj ET"), packed: true)).Text);

    [Fact]
    public void Read_PdfThatUnpacksToFarMore_IsNotUnpacked()
    {
        var bomb = Pdfs.Page(Encoding.ASCII.GetBytes(new string(' ', 6_000_000) + "BT /F1 12 Tf (x) Tj ET"), packed: true);
        Assert.True(bomb.Length < 100_000);

        var file = Text(bomb, AttachmentBounds.Default with { PdfUnpackedBytes = 1_000_000 });

        Assert.Null(file.Text);
        Assert.Contains("unpacks to far more", file.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LockedPdf_SaysSo()
    {
        var key = new string('A', 64);
        var file = Text(Pdfs.Page(
            Pdfs.Ascii("BT ET"), trailer: $"/ID [<{key[..32]}> <{key[..32]}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>"));
        Assert.Null(file.Text);
        Assert.Contains("password", file.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PdfOfPicturesOnly_SaysSo() => Assert.Contains("holds no text", Text(Pdfs.Page(Pdfs.Ascii("0 0 m 10 10 l S"))).Warning, StringComparison.Ordinal);

    [Fact]
    public void Read_LargePdf_IsKeptAndNotRead() =>
        Assert.Contains("larger than is read", Text(Invoice, AttachmentBounds.Default with { PdfBytes = 100 }).Warning, StringComparison.Ordinal);

    [Fact]
    public void Read_LongText_IsCut()
    {
        var file = Text(Invoice, AttachmentBounds.Default with { TextCharacters = 20 });
        Assert.Equal(20, file.Text?.Length);
        Assert.Contains("only its beginning", file.Warning, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Hostile() => new()
    {
        { "only a header", Pdfs.Ascii("%PDF-1.7\n") },
        { "cut", Invoice[..(Invoice.Length / 2)] },
        { "deep", Pdfs.Of(string.Empty, Pdfs.Ascii("<< /Type /Catalog /Pages 2 0 R >>"), Pdfs.Ascii(new string('[', 100_000))) },
        { "deep content", Pdfs.Page(Pdfs.Ascii(new string('[', 100_000))) },
        { "pages in a ring", Pdfs.Of(string.Empty, Pdfs.Ascii("<< /Type /Catalog /Pages 2 0 R >>"), Pdfs.Ascii("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>")) },
        { "itself its length", Pdfs.Of(string.Empty, Pdfs.Ascii("<< /Type /Catalog /Pages 2 0 R >>"), Pdfs.Ascii("<< /Length 2 0 R >>\nstream\nx\nendstream")) },
        { "table before itself", Pdfs.Ascii("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF") },
        { "long chain", Pdfs.Of(string.Empty, Pdfs.Ascii("<< /Type /Catalog /Pages 2 0 R >>"), Pdfs.Ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), Pdfs.Ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"), Pdfs.Ascii($"<< /Length 1 /Filter [{string.Concat(Enumerable.Repeat("/LZWDecode ", 50))}] >>\nstream\nx\nendstream")) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Read_HostilePdf_BecomesAWarning(string what, byte[] pdf)
    {
        Assert.NotEmpty(what);
        var mail = Mails.Readable(Attached(pdf));
        Assert.Equal(pdf, Assert.Single(mail.Files).Bytes.ToArray());
        Assert.Null(mail.Files[0].Text);
        Assert.NotEmpty(mail.Content.Warnings);
    }

    [Fact]
    public void Read_AnyChangedBytes_NeverThrows()
    {
        var read = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var pdf = (byte[])Invoice.Clone();
            for (var change = 0; change < 2; change++) pdf[random.Next(9, pdf.Length)] = (byte)random.Next(256);
            if (Mails.Content(Attached(pdf)).Attachments[0].Text is not null) read++;
        }

        Assert.InRange(read, 20, 150);
    }

    private static byte[] Attached(byte[] pdf) => AttachmentCheckTests.With("invoice.pdf", "application/pdf", pdf);

    private static (string? Text, string? Warning) Text(byte[] pdf, AttachmentBounds? bounds = null)
    {
        var reader = new MailReader(MailBounds.Default with { Attachments = (bounds ?? AttachmentBounds.Default) with { Time = TimeSpan.FromMinutes(2) } }, MailTrust.Nobody);
        var mail = Assert.IsType<MailReading.Readable>(reader.Read(Attached(pdf), TestContext.Current.CancellationToken));
        return (Assert.Single(mail.Content.Attachments).Text, mail.Content.Warnings.SingleOrDefault());
    }
}
