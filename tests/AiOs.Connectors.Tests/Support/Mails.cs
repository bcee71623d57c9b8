using System.Text;
using AiOs.Connectors.Email.Attachments;
using AiOs.Connectors.Email.Authentication;
using AiOs.Connectors.Email.Reading;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Tests.Support;

/// <summary>Mails that the tests are about, written for them.</summary>
internal static class Mails
{
    /// <summary>A busy machine is slow at what is not hostile.</summary>
    public static readonly MailBounds Patient = MailBounds.Default with { Attachments = AttachmentBounds.Default with { Time = TimeSpan.FromMinutes(2) } };

    public const string Inquiry = "Hello,\n\nwe need a new brochure for our spring fair. Could you send an offer by Friday?\n\nBest\nMira";

    public static byte[] Bytes(string mail) => Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"));

    /// <summary>A plain mail from the operator.</summary>
    public static byte[] Plain(string body, string subject = "Fwd: Brochure", string headers = "") => Bytes(
        $"From: Olga Operator <olga@studio.example>\nTo: assistant@studio.example\nSubject: {subject}\nDate: Tue, 03 Mar 2026 09:00:00 +0100\n" +
        $"Message-ID: <outer-1@studio.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n{headers}\n{body}\n");

    public static byte[] Html(string html, string subject = "Fwd: Brochure") => Bytes(
        $"From: Olga Operator <olga@studio.example>\nTo: assistant@studio.example\nSubject: {subject}\nDate: Tue, 03 Mar 2026 09:00:00 +0100\n" +
        $"Message-ID: <outer-2@studio.example>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{html}\n");

    public static byte[] Multipart(string type, params string[] parts) => Bytes(
        $"From: Olga Operator <olga@studio.example>\nTo: assistant@studio.example\nSubject: Fwd: Brochure\nDate: Tue, 03 Mar 2026 09:00:00 +0100\n" +
        $"Message-ID: <outer-3@studio.example>\nMIME-Version: 1.0\nContent-Type: multipart/{type}; boundary=\"cut\"\n\n" +
        string.Concat(parts.Select(part => $"--cut\n{part}\n")) + "--cut--\n");

    public const string Original =
        "Received: from a by b; Mon, 2 Mar 2026 08:00:01 +0000\nFrom: Mira Lund <mira@fair.example>\nTo: olga@studio.example\nCc: Per <per@fair.example>\n" +
        "Subject: Brochure\nDate: Mon, 02 Mar 2026 08:00:00 +0000\nMessage-ID: <orig-7@fair.example>\nReferences: <first@fair.example> <second@fair.example>\n" +
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nWe need a brochure.\n";

    public static MailReading.Readable Readable(byte[] mail) =>
        Assert.IsType<MailReading.Readable>(new MailReader(Patient, MailTrust.Nobody).Read(mail, TestContext.Current.CancellationToken));

    public static MessageContent Content(byte[] mail) => Readable(mail).Content;

    public static string Code(byte[] mail) =>
        Assert.IsType<MailReading.Unreadable>(new MailReader().Read(mail, TestContext.Current.CancellationToken)).Code;
}
