using System.Net;
using System.Text;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Mail;

/// <summary><c>POST /inbound/email</c>: who signs is heard, and nobody else.</summary>
public sealed class InboundEmailTests(InboundHost host) : IClassFixture<InboundHost>
{
    private const int Most = 25 * 1024 * 1024;

    [Fact]
    public async Task Post_SignedMail_IsAtItsGateAndARepeatChangesNothing()
    {
        var mark = Mails.Mark();
        using var client = new InboundClient(host.Process.Address);
        (await client.PostAsync(Mails.Inquiry(mark))).MustBe(HttpStatusCode.Accepted);
        (await client.PostAsync(Mails.Inquiry(mark))).MustBe(HttpStatusCode.Accepted);
        Assert.Equal("awaiting-approval", Assert.Single(await MarkedAsync(mark)).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("upper")]
    [InlineData("no-type")]
    [InlineData("chunked")]
    public async Task Post_OtherwiseSaid_IsTakenToo(string how)
    {
        var mark = Mails.Mark();
        var body = Encoding.UTF8.GetBytes(Mails.Inquiry(mark));
        var signature = InboundClient.Sign(body);
        using var client = new InboundClient(host.Process.Address);
        var reply = await client.PostAsync(body, [how == "upper" ? signature.ToUpperInvariant() : signature], how == "no-type" ? null : "message/rfc822", how == "chunked");
        reply.MustBe(HttpStatusCode.Accepted);
        Assert.Single(await MarkedAsync(mark));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("empty")]
    [InlineData("short")]
    [InlineData("no-hex")]
    [InlineData("other-body")]
    [InlineData("other-secret")]
    [InlineData("one-digit-off")]
    [InlineData("twice")]
    [InlineData("with-name")]
    public async Task Post_NotSignedRight_IsTurnedAwayAndLeavesNothing(string how)
    {
        var mark = Mails.Mark();
        var body = Encoding.UTF8.GetBytes(Mails.Inquiry(mark));
        var right = InboundClient.Sign(body);
        string[] given = how switch
        {
            "none" => [],
            "empty" => [string.Empty],
            "short" => [right[..62]],
            "no-hex" => [new string('x', 64)],
            "other-body" => [InboundClient.Sign([.. body, (byte)'\n'])],
            "other-secret" => [InboundClient.Sign(body, "another secret altogether")],
            "one-digit-off" => [(right[0] == '0' ? '1' : '0') + right[1..]],
            "twice" => [right, right],
            _ => ["sha256=" + right],
        };
        using var client = new InboundClient(host.Process.Address);

        var reply = await client.PostAsync(body, given);

        Sentence.MustBeOne(reply.MustBe(HttpStatusCode.Unauthorized).Text, "X-AiOs-Signature");
        Assert.DoesNotContain(right, reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await MarkedAsync(mark));
    }

    [Theory]
    [InlineData("", "message/rfc822", HttpStatusCode.BadRequest)]
    [InlineData("hello there", "message/rfc822", HttpStatusCode.BadRequest)]
    [InlineData("{\"mail\":1}", "application/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("mail=1", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task Post_SignedAndNoMail_IsRefusedWithASentence(string text, string type, HttpStatusCode status)
    {
        var body = Encoding.UTF8.GetBytes(text);
        using var client = new InboundClient(host.Process.Address);
        Sentence.MustBeOne((await client.PostAsync(body, [InboundClient.Sign(body)], type)).MustBe(status).Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_TooLarge_IsRefusedSignedOrNot(bool isChunked)
    {
        var body = new byte[Most + 1];
        using var client = new InboundClient(host.Process.Address);
        foreach (var signature in new[] { InboundClient.Sign(body), new string('0', 64) })
        {
            (await client.PostAsync(body, [signature], isChunked: isChunked)).MustBe(HttpStatusCode.RequestEntityTooLarge);
        }
    }

    [Fact]
    public async Task Get_ThatWay_IsNotThere()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = HostFolder.Patience };
        using var reply = await client.GetAsync(new Uri(new Uri(host.Process.Address.GetLeftPart(UriPartial.Authority)), "/inbound/email"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, reply.StatusCode);
    }

    [Fact]
    public async Task Post_NoSecretConfigured_IsNotThere()
    {
        using var folder = new HostFolder();
        await using var other = await folder.ServeAsync();
        using var client = new InboundClient(other.Address);
        Sentence.MustBeOne((await client.PostAsync(Mails.Inquiry(Mails.Mark()))).MustBe(HttpStatusCode.NotFound).Text, "Email:InboundSecret");
        Assert.Empty(await other.Web.ItemsAsync());
    }

    [Theory]
    [InlineData("Email:InboundSecret", "guess me")]
    [InlineData("Email:Imap:User", "me", "Email:Imap:Host")]
    [InlineData("Email:Imap:Port", "imap")]
    [InlineData("Email:Imap:After", "Burn")]
    public async Task Start_WithMailInHalfSet_NamesTheKey(string key, string value, string? named = null)
    {
        using var folder = new HostFolder();
        var parts = key.Split(':');
        var json = $"\"{value}\"";
        foreach (var part in parts.Reverse())
        {
            json = $"{{\"{part}\":{json}}}";
        }

        folder.Write("appsettings.json", json);
        var run = (await InProcess.RunAsync(folder.Work, "doctor")).MustEndIn(2);
        Sentence.MustBeOne(run.Errors, named ?? key);
    }

    private async Task<IReadOnlyList<System.Text.Json.JsonElement>> MarkedAsync(string mark) =>
        [.. (await host.Process.Web.ItemsAsync()).Where(item => item.GetRawText().Contains(mark, StringComparison.Ordinal))];
}
