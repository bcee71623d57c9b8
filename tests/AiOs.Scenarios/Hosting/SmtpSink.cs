using System.Globalization;
using System.Text;
using System.Text.Json;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Hosting;

/// <summary>A real mail server of another's making on loopback. What it took lies on the disk before its client hears so.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ChildProcess _server;

    private SmtpSink(string folder, ChildProcess server, int port)
    {
        _folder = folder;
        _server = server;
        Port = port;
    }

    public int Port { get; }

    /// <param name="login">User and password as <c>user:password</c>; without it nobody has to sign in.</param>
    public static async Task<SmtpSink> StartAsync(string? login = null)
    {
        var node = Needs.Node();
        var folder = Directory.CreateTempSubdirectory("aios-sink-").FullName;
        string[] arguments = login is null ? ["smtp-sink.js", folder] : ["smtp-sink.js", folder, login];
        var server = ChildProcess.Start(node, arguments, Places.Peers, new Dictionary<string, string>());
        var line = await server.LineAsync(said => said.StartsWith("port ", StringComparison.Ordinal), HostFolder.Patience);
        return new SmtpSink(folder, server, int.Parse(line.AsSpan(5), CultureInfo.InvariantCulture));
    }

    public IReadOnlyDictionary<string, string> Settings(string from = "me@studio.example") => new Dictionary<string, string>
    {
        ["AIOS_Email__Smtp__Host"] = "127.0.0.1",
        ["AIOS_Email__Smtp__Port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["AIOS_Email__Smtp__Security"] = "None",
        ["AIOS_Email__Smtp__From"] = from,
    };

    /// <summary>Every mail that was taken, as it came over the wire.</summary>
    public IReadOnlyList<string> Mails() =>
        [.. Directory.EnumerateFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file, Encoding.Latin1))];

    public IReadOnlyList<string> MailsWith(string words) => [.. Mails().Where(mail => mail.Contains(words, StringComparison.Ordinal))];

    /// <summary>Whom the mails went to, by the envelope.</summary>
    public IReadOnlyList<string> Recipients() =>
        [.. Directory.EnumerateFiles(_folder, "*.json").Order(StringComparer.Ordinal).SelectMany(file =>
        {
            using var envelope = JsonDocument.Parse(File.ReadAllBytes(file));
            return envelope.RootElement.GetProperty("to").EnumerateArray().Select(to => to.GetString()!).ToList();
        })];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
