using System.Text;

namespace AiOs.Scenarios.BadInput;

/// <summary>Mails that cannot be read, each wrong in one way.</summary>
public static class BadMails
{
    private const string Head = "From: a@b.example\nTo: you@studio.example\nSubject: something\nMessage-ID: <bad@b.example>\nMIME-Version: 1.0\n";

    public static byte[] Empty => [];

    public static byte[] Truncated => Bytes(Head + "Content-Type: multipart/mixed; boundary=\"edge\"\n\n--edge\nContent-Type: text/plain\n\nHello\n\n--edge\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK");

    public static byte[] NoMail => [0x7f, (byte)'E', (byte)'L', (byte)'F', .. new byte[4000]];

    public static byte[] SixtyMegabytes
    {
        get
        {
            var bytes = new byte[60_000_000];
            Array.Fill(bytes, (byte)'a');
            Bytes(Head + "\n").CopyTo(bytes, 0);
            return bytes;
        }
    }

    /// <summary>Parts inside parts inside parts.</summary>
    public static byte[] Deep
    {
        get
        {
            var text = new StringBuilder(Head);
            for (var depth = 0; depth < 5_000; depth++)
            {
                text.Append("Content-Type: multipart/mixed; boundary=\"e").Append(depth).Append("\"\n\n--e").Append(depth).Append('\n');
            }

            return Bytes(text.Append("\nhello\n").ToString());
        }
    }

    /// <summary>A hundred thousand parts beside each other.</summary>
    public static byte[] Wide => Bytes(Head + "Content-Type: multipart/mixed; boundary=\"e\"\n\n" + string.Concat(Enumerable.Repeat("--e\nContent-Type: text/plain\n\nx\n", 100_000)) + "--e--\n");

    public static byte[] EndlessHeader => Bytes(Head + string.Concat(Enumerable.Range(0, 200_000).Select(number => $"X-{number}: yes\n")) + "\nhello\n");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
