using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using AiOs.Channels.Teams.Tests.Hosting;
using AiOs.Channels.Teams.Tokens;
using AiOs.Contracts;
using AiOs.Testing.Teams;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AiOs.Channels.Teams.Tests.Tokens;

/// <summary>The ways to sign in. MSAL takes no http, so for two of them its requests are answered below HttpClient.</summary>
public sealed class TokenTests
{
    private const string Answer = "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"the-token\"}";

    [Fact]
    public async Task Fetch_WithACertificate_SignsWhoWeAre()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var folder = Directory.CreateTempSubdirectory("aios-pfx");
        try
        {
            var path = Path.Combine(folder.FullName, "bot.pfx");
            await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx), TeamsHost.Token);
            var options = new TeamsOptions { AppId = TeamsDouble.AppId, TenantId = TeamsDouble.Tenant, Certificate = path };
            using var answers = new Answers(Answer);
            using var http = new HttpClient(answers);
            var token = await TokenSources.Of(options, http, TimeProvider.System).FetchAsync(TeamsHost.Token);
            Assert.Equal("the-token", token.Value);
            Assert.Equal($"https://login.microsoftonline.com/{TeamsDouble.Tenant}/oauth2/v2.0/token", answers.Address!.GetLeftPart(UriPartial.Path));
            var form = System.Web.HttpUtility.ParseQueryString(answers.Body);
            Assert.Equal(("client_credentials", TeamsDouble.AppId, "https://api.botframework.com/.default"), (form["grant_type"], form["client_id"], form["scope"]?.Split(' ')[0]));
            var assertion = await new JsonWebTokenHandler().ValidateTokenAsync(form["client_assertion"], new TokenValidationParameters
            {
                IssuerSigningKey = new X509SecurityKey(certificate),
                TryAllIssuerSigningKeys = true,
                ValidIssuer = TeamsDouble.AppId,
                ValidAudience = $"https://login.microsoftonline.com/{TeamsDouble.Tenant}/oauth2/v2.0/token",
            });
            Assert.True(assertion.IsValid, assertion.Exception?.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Fetch_CertificateThatIsNone_IsSaidWithoutItsPath()
    {
        var folder = Directory.CreateTempSubdirectory("aios-pfx");
        try
        {
            var path = Path.Combine(folder.FullName, "bot.pfx");
            await File.WriteAllTextAsync(path, "no certificate", TeamsHost.Token);
            using var http = new HttpClient();
            var fault = Assert.Throws<AiOsException>(() => TokenSources.Of(new TeamsOptions { AppId = "a", TenantId = "t", Certificate = path }, http, TimeProvider.System));
            Assert.Contains("Channels:Teams:Certificate", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(folder.FullName, fault.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Fetch_SecretOverHttps_GoesByMsal()
    {
        var options = new TeamsOptions { AppId = TeamsDouble.AppId, TenantId = TeamsDouble.Tenant, ClientSecret = TeamsDouble.Secret };
        using var answers = new Answers(Answer);
        using var http = new HttpClient(answers);
        var source = TokenSources.Of(options, http, TimeProvider.System);
        Assert.Equal("the-token", (await source.FetchAsync(TeamsHost.Token)).Value);
        await source.FetchAsync(TeamsHost.Token);
        // A second question is a second call: what the connector refused must not come back out of a cache.
        Assert.Equal(2, answers.Count);
        Assert.DoesNotContain("Bearer", source.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_Refused_IsSaidWithoutTheSecret()
    {
        var options = new TeamsOptions { AppId = TeamsDouble.AppId, TenantId = TeamsDouble.Tenant, ClientSecret = TeamsDouble.Secret };
        using var answers = new Answers("{\"error\":\"invalid_client\",\"error_description\":\"the-bots-client-secret is wrong\"}") { Status = HttpStatusCode.Unauthorized };
        using var http = new HttpClient(answers);
        var fault = await Assert.ThrowsAsync<AiOsException>(() => TokenSources.Of(options, http, TimeProvider.System).FetchAsync(TeamsHost.Token));
        Assert.Contains("401", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TeamsDouble.Secret, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_AsAManagedIdentity_AsksTheMachine()
    {
        using var answers = new Answers("{\"access_token\":\"the-token\",\"expires_in\":\"3600\",\"expires_on\":\"4102444800\",\"resource\":\"https://api.botframework.com\",\"token_type\":\"Bearer\"}");
        using var http = new HttpClient(answers);
        var options = new TeamsOptions { AppId = TeamsDouble.AppId, TenantId = TeamsDouble.Tenant, ManagedIdentity = "system" };
        Assert.Equal("the-token", (await TokenSources.Of(options, http, TimeProvider.System).FetchAsync(TeamsHost.Token)).Value);
        Assert.Contains("resource=https://api.botframework.com", Uri.UnescapeDataString(answers.Address!.Query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ManyAtOnce_AskOnceAndAgainShortlyBeforeTheEnd()
    {
        var time = new WatchedTime();
        var source = new Counting(time);
        using var tokens = new CachedTokens(source, time);
        var got = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tokens.GetAsync(TeamsHost.Token)));
        Assert.Equal(("1", 1), (got.Distinct().Single(), source.Count));
        time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("1", await tokens.GetAsync(TeamsHost.Token));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("2", await tokens.GetAsync(TeamsHost.Token));
        tokens.Drop("1");
        Assert.Equal("2", await tokens.GetAsync(TeamsHost.Token));
        tokens.Drop("2");
        Assert.Equal("3", await tokens.GetAsync(TeamsHost.Token));
    }

    private sealed class Counting(TimeProvider time) : ITokenSource
    {
        public int Count { get; private set; }

        public async Task<BotToken> FetchAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            return new BotToken($"{++Count}", time.GetUtcNow().AddHours(1));
        }
    }

    private sealed class Answers(string json) : HttpMessageHandler
    {
        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        public int Count { get; private set; }

        public Uri? Address { get; private set; }

        public string Body { get; private set; } = string.Empty;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            Address = request.RequestUri;
            Body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(Status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        }
    }
}
