namespace AiOs.Testing.Telegram.Server;

/// <summary>Where updates are pushed to.</summary>
internal sealed record TelegramWebhook(Uri Url, string? Secret)
{
    public string? LastError { get; init; }

    public long? LastErrorAt { get; init; }
}
