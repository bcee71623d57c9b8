using System.Text;
using AiOs.Connectors.Tests.Support;

namespace AiOs.Connectors.Tests.Email.Attachments;

/// <summary>A file is what its bytes say, and what is dangerous is told.</summary>
public sealed class AttachmentCheckTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0];

    public static TheoryData<string, string, byte[], string, string?> Files() => new()
    {
        { "a.png", "image/png", Png, "image/png", null },
        { "a.png", "application/octet-stream", Png, "image/png", null },
        { "a.jpg", "image/jpg", [0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg", null },
        { "a.gif", "image/gif", Bytes("GIF89a...."), "image/gif", null },
        { "a.webp", "image/webp", Bytes("RIFF....WEBPVP8 "), "image/webp", null },
        { "a.zip", "application/x-zip-compressed", Bytes("PK\u0003\u0004 a.txt"), "application/zip", null },
        { "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Bytes("PK\u0003\u0004 [Content_Types].xml word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", null },
        { "a.xlsx", "application/octet-stream", Bytes("PK\u0003\u0004 [Content_Types].xml xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", null },
        { "a.txt", "text/plain", Bytes("From me to you: hello"), "text/plain", null },
        { "a.csv", "text/csv", Bytes("a;b\n1;2"), "text/csv", null },
        { "a.eml", "message/rfc822", Bytes("From: a@b.example\nSubject: x\nMessage-ID: <1@b.example>\n\nbody"), "message/rfc822", null },
        { "a.bin", "application/octet-stream", Bytes("From: a@b.example\nSubject: x\n\nbody"), "message/rfc822", null },
        { "invoice.pdf", "application/pdf", Bytes("MZ\u0090\u0000"), "application/vnd.microsoft.portable-executable", "is a program" },
        { "invoice.pdf.exe", "application/octet-stream", Bytes("abc"), "application/octet-stream", "runs when it is opened" },
        { "run", "text/plain", Bytes("#!/bin/sh\nrm -rf /"), "text/x-script", "is a script" },
        { "tool", "application/octet-stream", Bytes("\u007fELF\u0002"), "application/x-executable", "is a program" },
        { "a.lnk", "application/octet-stream", [0x4C, 0, 0, 0, 1, 0x14, 2, 0, 0], "application/x-ms-shortcut", "a shortcut" },
        { "sheet.xlsm", "application/vnd.ms-excel.sheet.macroEnabled.12", Bytes("PK\u0003\u0004 [Content_Types].xml xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "macros" },
        { "photo.png", "image/png", [0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg", "says that it is a picture (image/png) and is a picture (image/jpeg)" },
        { "photo.png", "image/png", Bytes("not a picture"), "image/png", "its bytes are not" },
        { "page.html", "text/html", Bytes("<!DOCTYPE html><p>Sign in</p>"), "text/html", "a web page" },
        { "invoice.pdf", "application/pdf", Bytes("<html><script>x()</script>"), "text/html", "says that it is a PDF document and is a web page" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_AttachedFile_IsWhatItsBytesSay(string name, string declared, byte[] bytes, string kept, string? warning)
    {
        var mail = Mails.Readable(With(name, declared, bytes));

        var file = Assert.Single(mail.Content.Attachments);
        Assert.Equal(kept, file.MediaType);
        Assert.Equal(kept, Assert.Single(mail.Files).MediaType);
        Assert.Equal(bytes, mail.Files[0].Bytes.ToArray());
        if (warning is null) Assert.Empty(mail.Content.Warnings);
        else Assert.Contains(warning, Assert.Single(mail.Content.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileOfAnotherType_KeepsTheRepeatKeyOfTheMail() =>
        // Written down once: keys are kept for ever, and what a file is taken for is not part of them.
        Assert.Equal("mail:outer-3@studio.example:f82a846b93fc36631131c9a1cf13c3bd5a069b09e653e5dce6497e701bdd631b", Mails.Readable(With("a.png", "application/octet-stream", Png)).DedupeKey);

    internal static byte[] With(string name, string declared, byte[] bytes) => Answer(Mails.Multipart(
        "mixed",
        "Content-Type: text/plain\n\nSee the file.",
        $"Content-Type: {declared}; name=\"{name}\"\nContent-Disposition: attachment; filename=\"{name}\"\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(bytes)}"));

    /// <summary>A mail under another subject than "Fwd:", so that an attached mail is a file and not what was forwarded.</summary>
    private static byte[] Answer(byte[] mail) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(mail).Replace("Subject: Fwd:", "Subject: Re:", StringComparison.Ordinal));

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
