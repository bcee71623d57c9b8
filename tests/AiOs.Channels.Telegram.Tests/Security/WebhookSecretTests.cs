using AiOs.Channels.Telegram.Security;

namespace AiOs.Channels.Telegram.Tests.Security;

/// <summary>TRUST part 3: a forged update is known before its body is read.</summary>
public sealed class WebhookSecretTests
{
    private static readonly WebhookSecret Secret = new("right_secret-1");

    [Fact]
    public void IsCarriedBy_TheSecret_IsYes() => Assert.True(Secret.IsCarriedBy(["right_secret-1"]));

    [Theory]
    [InlineData("")]
    [InlineData("right_secret-2")]
    [InlineData("right_secret-")]
    [InlineData("right_secret-1 ")]
    [InlineData("RIGHT_SECRET-1")]
    [InlineData("right_secret-1\0")]
    [InlineData(null)]
    public void IsCarriedBy_AnythingElse_IsNo(string? given) => Assert.False(Secret.IsCarriedBy([given]));

    [Fact]
    public void IsCarriedBy_NoneTwoOrHuge_IsNo()
    {
        Assert.False(Secret.IsCarriedBy([]));
        Assert.False(Secret.IsCarriedBy(["right_secret-1", "right_secret-1"]));
        Assert.False(Secret.IsCarriedBy([new string('a', 10_000_000)]));
        Assert.False(new WebhookSecret(new string('a', 256)).IsCarriedBy([new string('a', 257)]));
        Assert.True(new WebhookSecret(new string('a', 256)).IsCarriedBy([new string('a', 256)]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("ümlaut")]
    public void New_WithoutAUsableSecret_Throws(string? secret) => Assert.Throws<ArgumentException>(() => new WebhookSecret(secret));

    [Fact]
    public void New_TooLong_Throws() => Assert.Throws<ArgumentException>(() => new WebhookSecret(new string('a', 257)));
}
