using AiOs.Channels.Teams.Security;

namespace AiOs.Channels.Teams.Tests.Security;

/// <summary>TRUST part 3, "bot token": no token of ours goes anywhere else.</summary>
public sealed class ServiceUrlsTests
{
    private static readonly ServiceUrls Urls = new([new Uri("http://127.0.0.1:5005/x"), new Uri("https://connector.example:8443/"), new Uri("http://plain.example/")], anyLoopback: false);

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://SMBA.trafficmanager.net:443/teams/")]
    [InlineData("https://europe.directline.botframework.com/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc/")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/")]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/")]
    [InlineData("http://127.0.0.1:5005/connector/")]
    [InlineData("https://connector.example:8443/a")]
    public void Allows_KnownHosts_IsYes(string url) => Assert.True(Urls.Allows(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:444/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://x.smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evil.example/smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://botframework.com/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://botframework.com.evil.example/")]
    [InlineData("https://smb\u0430.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("http://127.0.0.1:5006/")]
    [InlineData("https://127.0.0.1:5005/")]
    [InlineData("https://connector.example/")]
    [InlineData("http://plain.example/")]
    [InlineData("file:///etc/passwd")]
    public void Allows_AnyOther_IsNo(string? url) => Assert.False(Urls.Allows(url));
}
