namespace AiOs.Channels.Telegram;

/// <summary>Settings of the Telegram bot.</summary>
public sealed class TelegramOptions
{
    /// <summary>Where they stand in the configuration.</summary>
    public const string Section = "Channels:Telegram";

    /// <summary>What BotFather gave out. Nothing: Telegram is off. It is never logged, shown or put into an exception.</summary>
    public string? BotToken { get; set; }

    /// <summary>A Bot API server of one's own. Nothing: Telegram's. Plain http on loopback only, since the token is part of every address.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>How updates reach the program. Default: <see cref="TelegramMode.Polling"/>.</summary>
    public TelegramMode Mode { get; set; }

    /// <summary>The address that Telegram calls, which has to lead to <c>/telegram/webhook</c>. Needed in the mode Webhook.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>What Telegram proves itself with at the webhook: 1 to 256 letters, digits, hyphens and underscores. Needed in the mode Webhook.</summary>
    public string? SecretToken { get; set; }

    /// <summary>Whether Telegram is configured.</summary>
    internal bool IsSet => !string.IsNullOrEmpty(BotToken);

    /// <summary>Nothing of the token and the secret.</summary>
    /// <returns>The mode alone.</returns>
    public override string ToString() => "Telegram, " + Mode;
}
