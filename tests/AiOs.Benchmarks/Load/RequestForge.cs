using System.Text;

namespace AiOs.Benchmarks.Load;

/// <summary>Makes whole HTTP requests beforehand, so that sending them costs a system call.</summary>
internal sealed class RequestForge(int port, string key)
{
    public const int IdLength = 32;
    public const int DigestLength = 64;
    public const int NonceLength = 32;
    private const string Body = "{\"decision\":\"approve\",\"digest\":\"";
    private const string Between = "\",\"nonce\":\"";
    private const string Path = "POST /approvals/";

    /// <summary>Hands a mail over.</summary>
    public byte[] Message(byte[] mail)
    {
        var head = Encoding.ASCII.GetBytes($"POST /chat/messages HTTP/1.1\r\n{Headers}Content-Type: message/rfc822\r\nContent-Length: {mail.Length}\r\n\r\n");
        return [.. head, .. mail];
    }

    /// <summary>Approves; the id, the digest and the nonce are written over in place.</summary>
    public byte[] Approval()
    {
        var body = Body + new string('0', DigestLength) + Between + new string('0', NonceLength) + "\"}";
        return Encoding.ASCII.GetBytes($"{Path}{new string('0', IdLength)} HTTP/1.1\r\n{Headers}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    public static void Fill(Span<byte> approval, ReadOnlySpan<byte> id, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> nonce)
    {
        id.CopyTo(approval[Path.Length..]);
        digest.CopyTo(approval[^(DigestLength + Between.Length + NonceLength + 2)..]);
        nonce.CopyTo(approval[^(NonceLength + 2)..]);
    }

    private string Headers => $"Host: 127.0.0.1:{port}\r\nX-AiOs-Key: {key}\r\n";
}
