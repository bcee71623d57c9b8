using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AiOs.Connectors.Tests.Support;

/// <summary>A mail server on loopback that answers as it is told and keeps what it took.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    public const string Cut = "(cut)";
    public const string Hang = "(hang)";

    /// <summary>Before a reply: it breaks off in the middle of its line.</summary>
    public const string Half = "(half)";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public ScriptedSmtpServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The replies by command; a command that is not named is accepted.</summary>
    public Dictionary<string, string> Replies { get; } = [];

    public List<string> Commands { get; } = [];

    /// <summary>How often somebody connected.</summary>
    public int Connections { get; private set; }

    /// <summary>Mails that came whole, with their final dot.</summary>
    public List<string> Mails { get; } = [];

    /// <summary>Cuts the connection in the middle of the content.</summary>
    public bool CutInContent { get; init; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Ends when something hangs.</summary>
    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Connections++;
                await ServeOneAsync(client);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or IOException or InvalidOperationException)
        {
        }
    }

    /// <summary>A client that breaks off ends its own conversation, not the server.</summary>
    private async Task ServeOneAsync(TcpClient client)
    {
        try
        {
            await ConverseAsync(client);
        }
        catch (IOException) when (!_end.IsCancellationRequested)
        {
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        if (!await ReplyAsync(stream, "connect", "220 ready")) return;
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            Commands.Add(line);
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (!await ReplyAsync(stream, verb, verb switch { "EHLO" => "250-loop\r\n250-PIPELINING\r\n250-CHUNKING\r\n250 8BITMIME", "DATA" => "354 go", _ => "250 ok" })) return;
            if (verb == "QUIT") return;
            if (verb == "DATA" && Replies.GetValueOrDefault("DATA", "354").StartsWith('3') && !await ContentAsync(stream, reader)) return;
        }
    }

    private async Task<bool> ContentAsync(NetworkStream stream, StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            if (CutInContent) return false;
            mail.Append(line).Append("\r\n");
        }

        Mails.Add(mail.ToString());
        return await ReplyAsync(stream, "content", "250 taken");
    }

    private async Task<bool> ReplyAsync(NetworkStream stream, string command, string usual)
    {
        var reply = Replies.GetValueOrDefault(command, usual);
        if (reply == Cut) return false;
        if (reply == Hang)
        {
            Hanging.TrySetResult();
            await Task.Delay(Timeout.Infinite, _end.Token);
        }

        var half = reply.StartsWith(Half, StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(half ? reply[Half.Length..] : $"{reply}\r\n"), _end.Token);
        return !half;
    }
}
