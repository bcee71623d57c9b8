using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using AiOs.Channels.Web.Requests;
using AiOs.Channels.Web.Tests.Fakes;

namespace AiOs.Channels.Web.Tests.Endpoints;

public sealed class BodyLimitTests
{
    [Theory]
    [InlineData("/chat/messages", "application/json", 62_914_560)]
    [InlineData("/chat/messages", "message/rfc822", RequestLimits.MessageBytes + 1)]
    [InlineData("/chat/messages", "multipart/form-data; boundary=x", 62_914_560)]
    [InlineData("/approvals/0199c0de111170008000000000000001", "application/json", RequestLimits.DecisionBytes + 1)]
    [InlineData("/approvals/0199c0de111170008000000000000001", "application/x-www-form-urlencoded", RequestLimits.DecisionBytes + 1)]
    [InlineData("/items/0199c0de000070008000000000000001/answer", "application/json", RequestLimits.DecisionBytes + 1)]
    public async Task Post_SaysItIsTooLarge_IsRefusedBeforeItsBodyIsSent(string path, string type, long length)
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        var answer = await AskAsync(web, $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-AiOs-Key: {WebServer.Key}\r\nContent-Type: {type}\r\nContent-Length: {length}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("larger than this takes", answer, StringComparison.Ordinal);
        Assert.Equal(0, web.Desk.Changes);
    }

    [Fact]
    public async Task Post_WithoutKey_IsRefusedBeforeItsBodyIsSent()
    {
        await using var web = await WebServer.StartAsync();
        var answer = await AskAsync(web, "POST /chat/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: message/rfc822\r\nContent-Length: 1000\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 401 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ChunkedThatGrowsTooLarge_IsRefused()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        var chunk = new string('x', RequestLimits.DecisionBytes + 10);
        var answer = await AskAsync(
            web,
            $"POST /items/{Samples.Id(1)}/answer HTTP/1.1\r\nHost: 127.0.0.1\r\nX-AiOs-Key: {WebServer.Key}\r\nContent-Type: application/json\r\n"
            + $"Transfer-Encoding: chunked\r\n\r\n{chunk.Length:x}\r\n{chunk}");
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Empty(web.Desk.Answers);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("message/rfc822")]
    [InlineData("multipart/form-data")]
    public async Task Post_LargeMailWithinTheBound_IsTakenWhole(string type)
    {
        await using var web = await WebServer.StartAsync();
        var mail = "From: a@example.com\r\n\r\n" + new string('x', 20 * 1024 * 1024);
        using HttpContent content = type switch
        {
            "application/json" => new StringContent(JsonSerializer.Serialize(new { mail }), Encoding.UTF8, type),
            "message/rfc822" => new StringContent(mail, Encoding.UTF8, type),
            _ => new MultipartFormDataContent { { new StringContent(mail), "files", "a.eml" } },
        };
        using var response = await web.PostAsync("/chat/messages", content, "application/json");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mail.Length, Assert.Single(web.Desk.Received).Raw.Length);
    }

    [Fact]
    public async Task Post_CutOffInItsBody_TakesNothing()
    {
        await using var web = await WebServer.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(web.Address.Host, web.Address.Port, TestContext.Current.CancellationToken);
        var head = $"POST /chat/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nX-AiOs-Key: {WebServer.Key}\r\nContent-Type: message/rfc822\r\nContent-Length: 1000\r\n\r\nFrom: a";
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        client.Client.Shutdown(SocketShutdown.Send);
        // An answer or a reset: both tell that the server has done with it.
        await Record.ExceptionAsync(async () => await stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
        Assert.Equal(0, web.Desk.Changes);
    }

    private static async Task<string> AskAsync(WebServer web, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(web.Address.Host, web.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        var buffer = new byte[16 * 1024];
        var count = 0;
        // The server waits for the body it was told of, so the end of its answer is where a sentence ends.
        while (!Encoding.UTF8.GetString(buffer, 0, count).TrimEnd('\r', '\n', '0', '}', '"').EndsWith('.'))
        {
            var read = await client.GetStream().ReadAsync(buffer.AsMemory(count), TestContext.Current.CancellationToken);
            if (read == 0)
            {
                break;
            }

            count += read;
        }

        return Encoding.UTF8.GetString(buffer, 0, count);
    }
}
