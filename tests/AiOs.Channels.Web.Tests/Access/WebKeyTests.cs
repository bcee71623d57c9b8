using AiOs.Channels.Web.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace AiOs.Channels.Web.Tests.Access;

public sealed class WebKeyTests
{
    [Fact]
    public void Make_Key_Carries160RandomBits()
    {
        var entropy = new CountingEntropy();
        var first = WebKey.Make(entropy);
        Assert.Equal(27, first.Text.Length);
        Assert.NotEqual(first.Text, WebKey.Make(entropy).Text);
    }

    [Fact]
    public void ToString_OfKey_NeverTellsIt() => Assert.Equal("(web key)", new WebKey(WebServer.Key).ToString());

    [Fact]
    public void Construct_ShortKey_IsRefused() => Assert.ThrowsAny<ArgumentException>(() => new WebKey("short"));

    [Fact]
    public void SessionToken_IsOfAnotherKind_ThanTheKey()
    {
        var key = new WebKey(WebServer.Key);
        Assert.True(key.Opens(WebServer.Key));
        Assert.True(key.OpensSession(key.SessionToken));
        Assert.False(key.OpensSession(WebServer.Key));
        Assert.False(key.Opens(key.SessionToken));
        Assert.False(new WebKey(WebServer.Key + "2").OpensSession(key.SessionToken));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(65535, true)]
    [InlineData(-1, false)]
    [InlineData(65536, false)]
    public void Validate_Port_IsOneOrNone(int port, bool good) =>
        Assert.Equal(good, new WebOptionsValidator().Validate(Options.DefaultName, new WebOptions { Port = port }).Succeeded);
}
