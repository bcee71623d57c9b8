using System.Security.Cryptography;
using System.Text;
using AiOs.Bot.MailIn;
using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AiOs.Bot.Tests.MailIn;

/// <summary>What a mail provider is told while the host cannot take its mail: come again.</summary>
public sealed class InboundEmailEndpointTests
{
    private const string Secret = "correct horse battery staple";

    private static readonly byte[] Mail = Encoding.ASCII.GetBytes("From: a@b.example\r\nSubject: Hello\r\n\r\nHello there.\r\n");

    private readonly AwayInbox _inbox = new();

    [Theory]
    [InlineData(false, 202)]
    [InlineData(true, 503)]
    public async Task Take_StoreAway_IsToBeSentAgain(bool isAway, int status)
    {
        _inbox.IsAway = isAway;
        var life = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var (context, said) = await AskAsync(Endpoint(life), Mail);
        Assert.Equal(status, context.Response.StatusCode);
        Assert.Equal(isAway ? "30" : string.Empty, context.Response.Headers.RetryAfter.ToString());
        Assert.DoesNotContain("disk", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_RefusalThatCannotBeKept_IsToBeSentAgain()
    {
        _inbox.IsAway = true;
        var life = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        Assert.Equal(503, (await AskAsync(Endpoint(life), Encoding.ASCII.GetBytes("no mail"))).Context.Response.StatusCode);
    }

    [Fact]
    public async Task Take_HostGoes_IsToBeSentAgain()
    {
        var never = new TaskCompletionSource();
        _inbox.Gate = never.Task;
        var life = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var asked = AskAsync(Endpoint(life), Mail);
        life.StopApplication();
        Assert.Equal(503, (await asked).Context.Response.StatusCode);
    }

    [Fact]
    public async Task Take_ManyAtOnce_TurnsTheRestAway()
    {
        var gate = new TaskCompletionSource();
        _inbox.Gate = gate.Task;
        var life = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var endpoint = Endpoint(life);
        var held = Enumerable.Range(0, 4).Select(_ => AskAsync(endpoint, Mail)).ToList();
        Assert.Equal(503, (await AskAsync(endpoint, Mail)).Context.Response.StatusCode);
        gate.SetResult();
        Assert.All(await Task.WhenAll(held), static one => Assert.Equal(202, one.Context.Response.StatusCode));
        Assert.Equal(202, (await AskAsync(endpoint, Mail)).Context.Response.StatusCode);
    }

    private InboundEmailEndpoint Endpoint(ApplicationLifetime life) => new(
        Options.Create(new EmailOptions { InboundSecret = Secret }), new MailIntake(new MailReader(), _inbox), TimeProvider.System, life, NullLogger<InboundEmailEndpoint>.Instance);

    private static async Task<(HttpContext Context, string Said)> AskAsync(InboundEmailEndpoint endpoint, byte[] body)
    {
        var said = new MemoryStream();
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(body);
        context.Request.Headers[BodySignature.Header] = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));
        context.Response.Body = said;
        await endpoint.TakeAsync(context);
        return (context, Encoding.UTF8.GetString(said.ToArray()));
    }
}
