using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Verbs;

/// <summary><c>doctor</c> uses each configured part for real.</summary>
public sealed class DoctorVerbTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Doctor_WithNothingWrong_SaysOkForEachPart(bool hosted)
    {
        using var folder = new HostFolder();
        await using var host = hosted ? await folder.ServeAsync() : null;

        var lines = (await folder.VerbAsync("doctor")).MustEndIn(0).Output.Split('\n');

        Assert.All(lines, line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        foreach (var part in new[] { "data folder", "journal", "drop folder", "outbox" })
        {
            Assert.Contains(lines, line => line.Contains(part + ": ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Doctor_AskedWhetherTheHostLives_TellsByItsExitCode()
    {
        using var folder = new HostFolder();
        Sentence.MustBeOne((await folder.VerbAsync("doctor", "--live")).MustEndIn(1).Errors, "no host");
        await using var host = await folder.ServeAsync();
        (await folder.VerbAsync("doctor", "--live")).MustEndIn(0);
    }

    [Fact]
    public async Task Doctor_MailServer_IsGreetedAndSignedInToAndGetsNoMail()
    {
        await using var sink = await SmtpSink.StartAsync("desk:right");
        Assert.StartsWith("ok ", await LineAsync(sink, ("User", "desk"), ("Password", "right")), StringComparison.Ordinal);

        var wrong = await LineAsync(sink, ("User", "desk"), ("Password", "wrong"));

        Assert.StartsWith("FAULT mail server: ", wrong, StringComparison.Ordinal);
        Sentence.MustBeOne(wrong, "Email:Smtp:Password");
        Assert.DoesNotContain("wrong", wrong, StringComparison.Ordinal);
        Assert.Empty(sink.Mails());
    }

    [Fact]
    public async Task Doctor_MailServerThatDoesNotListen_IsAFault()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var folder = Folder(port);

        var said = (await folder.VerbAsync("doctor")).MustEndIn(1);

        var line = Assert.Single(said.Output.Split('\n'), line => line.StartsWith("FAULT", StringComparison.Ordinal));
        Sentence.MustBeOne(line, "cannot be reached", "Email:Smtp:Port");
        Sentence.MustBeOne(said.Errors, "1 of ");
    }

    [Fact]
    public async Task Doctor_FoldersThatAreFiles_AreFaults()
    {
        using var folder = new HostFolder();
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllTextAsync(folder.Inbox, "in the way", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Outbox, "in the way", TestContext.Current.CancellationToken);

        var lines = (await folder.VerbAsync("doctor")).MustEndIn(1).Output.Split('\n');

        Assert.Contains(lines, line => line.StartsWith("FAULT drop folder: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("FAULT outbox: ", StringComparison.Ordinal));
        Assert.All(lines, line => Sentence.MustBeOne(line));
    }

    private static async Task<string> LineAsync(SmtpSink sink, params (string Key, string Value)[] login)
    {
        using var folder = Folder(sink.Port, login);
        return (await folder.VerbAsync("doctor")).Output.Split('\n').Single(line => line.Contains("mail server: ", StringComparison.Ordinal));
    }

    private static HostFolder Folder(int port, params (string Key, string Value)[] more) => new(new Dictionary<string, string>(
        more.Select(one => KeyValuePair.Create("AIOS_Email__Smtp__" + one.Key, one.Value)))
    {
        ["AIOS_Email__Smtp__Host"] = "127.0.0.1",
        ["AIOS_Email__Smtp__Port"] = port.ToString(CultureInfo.InvariantCulture),
        ["AIOS_Email__Smtp__Security"] = "None",
        ["AIOS_Email__Smtp__From"] = "me@studio.example",
    });
}
