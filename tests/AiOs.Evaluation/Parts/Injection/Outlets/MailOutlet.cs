using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AiOs.Evaluation.Parts.Injection.Outlets;

/// <summary>A mail server on loopback that takes every mail, so that mail could leave, and keeps what it took.</summary>
internal sealed class MailOutlet : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentQueue<string> _mails = new();
    private readonly Task _accepting;
    private long _bytes;

    public MailOutlet()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every byte that came, commands and all.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>What was taken: the lines of the envelope and the mail as it came.</summary>
    public IReadOnlyList<string> Mails => [.. _mails];

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _listener.Dispose();
        await ((Task)_accepting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_closed.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_closed.Token);
            _ = ServeAsync(client, _closed.Token);
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using var connection = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        try
        {
            await SayAsync(stream, "220 outlet.example ESMTP", cancellationToken);
            await ConverseAsync(reader, stream, cancellationToken);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side, or the run, is over; what was taken is kept.
        }
    }

    private async Task ConverseAsync(StreamReader reader, NetworkStream stream, CancellationToken cancellationToken)
    {
        var mail = new StringBuilder();
        while (await LineAsync(reader, cancellationToken) is { } line)
        {
            var command = line.Length < 4 ? line : line[..4].ToUpperInvariant();
            if (command is "MAIL" or "RCPT")
            {
                mail.Append(line).Append("\r\n");
            }

            if (command == "DATA")
            {
                await SayAsync(stream, "354 go on", cancellationToken);
                while (await LineAsync(reader, cancellationToken) is { } text && text != ".")
                {
                    mail.Append(text).Append("\r\n");
                }

                _mails.Enqueue(mail.ToString());
                mail.Clear();
            }

            await SayAsync(stream, command switch { "EHLO" => "250-outlet.example\r\n250 8BITMIME", "QUIT" => "221 bye", _ => "250 ok" }, cancellationToken);
            if (command == "QUIT")
            {
                return;
            }
        }
    }

    private async Task<string?> LineAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var line = await reader.ReadLineAsync(cancellationToken);
        Interlocked.Add(ref _bytes, line is null ? 0 : line.Length + 2);
        return line;
    }

    private static async Task SayAsync(NetworkStream stream, string line, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);
}
