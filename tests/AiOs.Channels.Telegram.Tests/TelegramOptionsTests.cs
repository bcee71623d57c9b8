using AiOs.Testing.Telegram;

namespace AiOs.Channels.Telegram.Tests;

/// <summary>TRUST rule 13: what is unsafe or half-set stops the start, and the sentence names the key and no value.</summary>
public sealed class TelegramOptionsTests
{
    private const string Token = TelegramDouble.Token;

    public static TheoryData<string, string?, string?, TelegramMode, string?, string?> Wrong => new()
    {
        { "BotToken", null, "https://api.example", TelegramMode.Polling, null, null },
        { "BotToken", null, null, TelegramMode.Webhook, null, null },
        { "BotToken", null, null, TelegramMode.Polling, "https://host.example/telegram/webhook", null },
        { "BotToken", "", null, TelegramMode.Polling, null, "secret" },
        { "BotToken", "no-token", null, TelegramMode.Polling, null, null },
        { "BotToken", "12:has space", null, TelegramMode.Polling, null, null },
        { "BaseUrl", Token, "http://api.example", TelegramMode.Polling, null, null },
        { "BaseUrl", Token, "nonsense", TelegramMode.Polling, null, null },
        { "BaseUrl", Token, "https://user:word@api.example", TelegramMode.Polling, null, null },
        { "Mode", Token, null, (TelegramMode)7, null, null },
        { "Mode", Token, null, TelegramMode.Polling, "https://host.example/telegram/webhook", null },
        { "WebhookUrl", Token, null, TelegramMode.Webhook, null, "secret" },
        { "WebhookUrl", Token, null, TelegramMode.Webhook, "http://host.example/telegram/webhook", "secret" },
        { "SecretToken", Token, null, TelegramMode.Webhook, "https://host.example/telegram/webhook", null },
        { "SecretToken", Token, null, TelegramMode.Webhook, "https://host.example/telegram/webhook", "has space" },
        { "SecretToken", Token, null, TelegramMode.Webhook, "https://host.example/telegram/webhook", new string('s', 257) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Validate_WrongOrHalfSet_NamesTheKey(string key, string? token, string? baseUrl, TelegramMode mode, string? hook, string? secret)
    {
        var result = Validate(new TelegramOptions { BotToken = token, BaseUrl = baseUrl, Mode = mode, WebhookUrl = hook, SecretToken = secret });
        Assert.True(result.Failed);
        Assert.StartsWith("Channels:Telegram:" + key + " ", result.Failures.First(), StringComparison.Ordinal);
        Assert.DoesNotContain(result.Failures, failure => new[] { token, hook }.Any(value => value is { Length: > 0 } && failure.Contains(value, StringComparison.Ordinal)));
    }

    [Fact]
    public void Validate_NothingSet_IsOff()
    {
        Assert.True(Validate(new TelegramOptions()).Succeeded);
        Assert.False(new TelegramOptions().IsSet);
    }

    [Theory]
    [InlineData(null, TelegramMode.Polling, null, null)]
    [InlineData("http://127.0.0.1:8081", TelegramMode.Polling, null, null)]
    [InlineData("https://api.example", TelegramMode.Polling, null, null)]
    [InlineData(null, TelegramMode.Webhook, "https://host.example/telegram/webhook", "secret_-1")]
    [InlineData(null, TelegramMode.Webhook, "http://localhost:5252/telegram/webhook", "secret_-1")]
    public void Validate_Whole_IsTaken(string? baseUrl, TelegramMode mode, string? hook, string? secret) =>
        Assert.True(Validate(new TelegramOptions { BotToken = Token, BaseUrl = baseUrl, Mode = mode, WebhookUrl = hook, SecretToken = secret }).Succeeded);

    [Fact]
    public void ToString_Options_SayNothingSecret()
    {
        var text = new TelegramOptions { BotToken = Token, SecretToken = "secret" }.ToString();
        Assert.Equal("Telegram, Polling", text);
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(TelegramOptions options) => new TelegramOptionsValidation().Validate(null, options);
}
