namespace AiOs.Channels.Telegram;

/// <summary>How updates reach the program.</summary>
public enum TelegramMode
{
    /// <summary>The program asks for them; nothing has to be reachable from outside.</summary>
    Polling,

    /// <summary>Telegram calls an address of the program.</summary>
    Webhook,
}
