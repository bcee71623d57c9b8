using System.Text;

namespace AiOs.Benchmarks.Load;

/// <summary>Makes whole HTTP requests beforehand, so that sending them costs a system call.</summary>
internal sealed class RequestForge(int port, string key)
{
    public const int IdLength = 32;
    public const int DigestLength = 64;
    private const string Body = "{\"decision\":\"approve\",\"digest\":\"";
    private const string Path = "POST /approvals/";

    /// <summary>Hands a mail over.</summary>
    public byte[] Message(byte[] mail)
    {
        var head = Encoding.ASCII.GetBytes($"POST /chat/messages HTTP/1.1\r\n{Headers}Content-Type: message/rfc822\r\nContent-Length: {mail.Length}\r\n\r\n");
        return [.. head, .. mail];
    }

    /// <summary>Approves; the id and the digest are written over in place.</summary>
    public byte[] Approval()
    {
        var body = Body + new string('0', DigestLength) + "\"}";
        return Encoding.ASCII.GetBytes($"{Path}{new string('0', IdLength)} HTTP/1.1\r\n{Headers}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    public static void Fill(Span<byte> approval, ReadOnlySpan<byte> id, ReadOnlySpan<byte> digest)
    {
        id.CopyTo(approval[Path.Length..]);
        digest.CopyTo(approval[^(DigestLength + 2)..]);
    }

    private string Headers => $"Host: 127.0.0.1:{port}\r\nX-AiOs-Key: {key}\r\n";
}
