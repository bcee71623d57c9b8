using System.Globalization;
using System.Text;

namespace AiOs.Testing.Hosting;

/// <summary>Mails for scenarios, each with a mark of its own by which it is found again.</summary>
public static class Mails
{
    private static int _count;

    public static string Mark() => string.Create(CultureInfo.InvariantCulture, $"mark{Environment.ProcessId:x}x{Interlocked.Increment(ref _count):x4}");

    /// <summary>An inquiry forwarded by the operator.</summary>
    public static string Inquiry(string mark, string sender = "hanna@lindqvist.example", string? id = null) => $"""
        From: You <you@studio.example>
        To: AiOs <desk@studio.example>
        Subject: Fwd: Website for our pottery studio {mark}
        Date: Fri, 20 Nov 2026 10:00:00 +0100
        Message-ID: <{id ?? mark}@studio.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        ---------- Forwarded message ---------
        From: Hanna Lindqvist <{sender}>
        Date: Fri, Nov 20, 2026 at 8:47 AM
        Subject: Website for our pottery studio {mark}
        To: You <you@studio.example>

        Hello,

        a friend showed us the site you built for her bakery, and we would love to
        work with you. We run a small pottery studio in Utrecht and need a new
        website with a page where people can book a course.

        Could you tell us what something like that would cost, and when you would
        be able to start? Our budget is around 4,500 EUR.

        Kind regards,
        Hanna Lindqvist
        Studio Kleivorm

        """;

    /// <summary>The same inquiry, but it asks for no price: of several that do, while no Record has one, all but one wait for the operator's answer.</summary>
    public static string Unpriced(string mark, string? id = null) => Inquiry(mark, id: id).Replace("what something like that would cost, and when", "when", StringComparison.Ordinal);

    /// <summary>A plain mail of anybody's.</summary>
    public static string Plain(string mark, string from, string subject, string body) => $"""
        From: {from}
        To: You <you@studio.example>
        Subject: {subject}
        Date: Fri, 20 Nov 2026 10:00:00 +0100
        Message-ID: <{mark}@other.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        {body}

        """;

    /// <summary>A mail with a file in it.</summary>
    public static string WithFile(string mark, string name, byte[] file)
    {
        var lines = Convert.ToBase64String(file, Base64FormattingOptions.InsertLineBreaks);
        return new StringBuilder(lines.Length + 1024)
            .Append(CultureInfo.InvariantCulture, $"From: Hanna Lindqvist <hanna@lindqvist.example>\nTo: You <you@studio.example>\nSubject: What would this cost? {mark}\n")
            .Append(CultureInfo.InvariantCulture, $"Date: Fri, 20 Nov 2026 10:00:00 +0100\nMessage-ID: <{mark}@other.example>\nMIME-Version: 1.0\n")
            .Append("Content-Type: multipart/mixed; boundary=\"edge\"\n\n--edge\nContent-Type: text/plain; charset=utf-8\n\n")
            .Append("Hello,\n\nplease see the plan of our shop. Could you send us a quote for a new website?\n\nKind regards,\nHanna\n\n")
            .Append(CultureInfo.InvariantCulture, $"--edge\nContent-Type: application/pdf; name=\"{name}\"\nContent-Disposition: attachment; filename=\"{name}\"\nContent-Transfer-Encoding: base64\n\n")
            .Append(lines.ReplaceLineEndings("\n")).Append("\n--edge--\n")
            .ToString();
    }
}
