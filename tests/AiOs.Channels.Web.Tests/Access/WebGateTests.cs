using System.Net;
using AiOs.Channels.Web.Tests.Fakes;

namespace AiOs.Channels.Web.Tests.Access;

public sealed class WebGateTests
{
    private const string Json = """{"text":"hello"}""";

    public static TheoryData<string, string> WrongKeys => new()
    {
        { "Authorization", "Bearer wrong" },
        { "Authorization", "Bearer " },
        { "Authorization", "Basic " + WebServer.Key },
        { "X-AiOs-Key", WebServer.Key + "x" },
        { "X-AiOs-Key", new string('x', 5000) },
        { "Cookie", "aios-00000000=" + WebServer.Key },
    };

    [Theory]
    [InlineData("/")]
    [InlineData("/journal")]
    [InlineData("/costs")]
    [InlineData("/events")]
    [InlineData("/items.json")]
    [InlineData("/items/0199c0de000070008000000000000001")]
    [InlineData("/items/0199c0de000070008000000000000001.json")]
    [InlineData("/items/0199c0de000070008000000000000001/card")]
    [InlineData("/?key=wrong")]
    public async Task Get_WithoutKey_Is401WithASentence(string path)
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        using var response = await web.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("needs its key", await WebServer.TextAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/chat/messages")]
    [InlineData("/chat/example")]
    [InlineData("/approvals/0199c0de111170008000000000000001")]
    [InlineData("/approvals/0199c0de111170008000000000000001/decide")]
    [InlineData("/items/0199c0de000070008000000000000001/answer")]
    [InlineData("/items/0199c0de000070008000000000000001/settle")]
    [InlineData("/journal/verify")]
    public async Task Post_WithoutKey_Is401AndChangesNothing(string path)
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        using var response = await web.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(Json) });
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(0, web.Desk.Changes);
    }

    [Theory]
    [MemberData(nameof(WrongKeys))]
    public async Task Get_WithWrongKey_Is401(string header, string value)
    {
        await using var web = await WebServer.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await web.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("Authorization", "Bearer " + WebServer.Key)]
    [InlineData("X-AiOs-Key", WebServer.Key)]
    public async Task Get_WithKeyInHeader_IsServed(string header, string value)
    {
        await using var web = await WebServer.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/items.json");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await web.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Get_ScriptWithKeyInAddress_IsServedWithoutRedirect()
    {
        await using var web = await WebServer.StartAsync();
        using var response = await web.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/items.json?key=" + WebServer.Key));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Get_BrowserWithKeyInAddress_LosesTheKeyAndGetsACookieThatOpens()
    {
        await using var web = await WebServer.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/journal?before=5&key=" + WebServer.Key);
        request.Headers.Accept.ParseAdd("text/html");
        using var welcome = await web.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, welcome.StatusCode);
        Assert.Equal("/journal?before=5", welcome.Headers.Location!.ToString());
        var cookie = Assert.Single(welcome.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(WebServer.Key, cookie, StringComparison.Ordinal);

        var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var response = await web.SendAsync(again);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:5252")]
    [InlineData("10.0.0.1")]
    [InlineData("0.0.0.0")]
    public async Task Get_ForeignHostName_IsRefusedEvenWithTheKey(string host)
    {
        await using var web = await WebServer.StartAsync();
        using var response = await web.SendAsync(Keyed(HttpMethod.Get, "/", ("Host", host)));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:80")]
    [InlineData("[::1]:5252")]
    [InlineData("127.0.0.1")]
    public async Task Get_LoopbackHostName_IsServed(string host)
    {
        await using var web = await WebServer.StartAsync();
        using var response = await web.SendAsync(Keyed(HttpMethod.Get, "/", ("Host", host)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", null, false)]
    [InlineData("cross-site", "SELF", false)]
    [InlineData("same-origin", "https://evil.example", false)]
    [InlineData(null, "https://evil.example", false)]
    [InlineData(null, "null", false)]
    [InlineData("none", "null", false)]
    [InlineData("same-origin", "null", true)]
    [InlineData("same-origin", "SELF", true)]
    [InlineData(null, "SELF", true)]
    [InlineData(null, null, true)]
    public async Task Post_FromOrigin_IsTakenOnlyFromOurOwn(string? site, string? origin, bool taken)
    {
        await using var web = await WebServer.StartAsync();
        var request = Keyed(HttpMethod.Post, "/chat/messages");
        request.Content = new StringContent(Json, null, "application/json");
        Add(request, "Sec-Fetch-Site", site);
        Add(request, "Origin", origin == "SELF" ? web.Address.GetLeftPart(UriPartial.Authority) : origin);
        using var response = await web.SendAsync(request);
        Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(taken ? 1 : 0, web.Desk.Changes);
    }

    [Fact]
    public async Task Get_AnyPage_IsFencedByHeaders()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        foreach (var path in new[] { "/", "/journal", "/costs", "/items/" + Samples.Id(1), "/items.json", "/items/nothing" })
        {
            using var response = await web.GetAsync(path);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
                policy);
            Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.True(response.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task Get_Assets_AreKeptForEverUnderTheirHash()
    {
        await using var web = await WebServer.StartAsync();
        var page = new HtmlPage(await web.GetTextAsync("/"));
        string[] paths = [.. page.Named("link").Select(node => node["href"]!), .. page.Named("script").Select(node => node["src"]!)];
        Assert.Equal(3, paths.Length);
        foreach (var path in paths)
        {
            using var response = await web.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        using var wrong = await web.GetAsync("/assets/app.0000000000000000.js");
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }

    private static HttpRequestMessage Keyed(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-AiOs-Key", WebServer.Key);
        foreach (var (name, value) in headers)
        {
            Add(request, name, value);
        }

        return request;
    }

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
