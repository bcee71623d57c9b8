using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AiOs.Benchmarks.Load;

/// <summary>One client on one kept connection, as bare as possible: it is on the same machine as what it measures.</summary>
internal sealed class HttpWorker : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 60_000 };
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly byte[] _approval;

    public HttpWorker(int port, RequestForge forge)
    {
        _approval = forge.Approval();
        _socket.Connect(IPAddress.Loopback, port);
    }

    public List<long> MessageTicks { get; } = new(8192);

    public List<long> TapTicks { get; } = new(8192);

    public long MessageReplyBytes { get; private set; }

    public long TapReplyBytes { get; private set; }

    /// <summary>One whole round: the message in until its card is there, the tap until it is done. Throws where it ends in anything else.</summary>
    public void Round(byte[] message)
    {
        var start = Stopwatch.GetTimestamp();
        var card = Exchange(message);
        var shown = Stopwatch.GetTimestamp();
        MessageReplyBytes += card.Length;
        RequestForge.Fill(_approval, After(card, "\"approvals\":[{\"id\":\""u8, RequestForge.IdLength), After(card, "\"digest\":\""u8, RequestForge.DigestLength), After(card, "\"nonce\":\""u8, RequestForge.NonceLength));
        var tapped = Stopwatch.GetTimestamp();
        var done = Exchange(_approval);
        var ended = Stopwatch.GetTimestamp();
        TapReplyBytes += done.Length;
        if (done.IndexOf("\"state\":\"done\""u8) < 0 || done.IndexOf("\"accepted\":true"u8) < 0)
        {
            throw Wrong("A tap did not end in done", done);
        }

        MessageTicks.Add(shown - start);
        TapTicks.Add(ended - tapped);
    }

    public void Dispose() => _socket.Dispose();

    private ReadOnlySpan<byte> Exchange(ReadOnlySpan<byte> request)
    {
        while (!request.IsEmpty)
        {
            request = request[_socket.Send(request)..];
        }

        var (read, body, length) = (0, -1, 0);
        while (body < 0 || read < body + length)
        {
            var more = _socket.Receive(_buffer.AsSpan(read));
            read += more > 0 ? more : throw new IOException("The server closed the connection.");
            if (body < 0 && _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) is var end and >= 0)
            {
                body = end + 4;
                length = LengthIn(_buffer.AsSpan(0, body));
            }
        }

        var reply = _buffer.AsSpan(body, length);
        return _buffer.AsSpan(9, 3).SequenceEqual("200"u8) ? reply : throw Wrong("A request was refused", _buffer.AsSpan(0, read));
    }

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _)
            ? length
            : throw Wrong("A reply has no length", head);
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark, int length)
    {
        var at = text.IndexOf(mark);
        return at >= 0 ? text.Slice(at + mark.Length, length) : throw Wrong("A reply to a message has no card", text);
    }

    private static InvalidOperationException Wrong(string what, ReadOnlySpan<byte> reply) =>
        new($"{what}: {System.Text.Encoding.UTF8.GetString(reply[..Math.Min(reply.Length, 1500)])}");
}
