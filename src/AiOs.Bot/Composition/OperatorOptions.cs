namespace AiOs.Bot.Composition;

/// <summary>Who the operator is.</summary>
internal sealed class OperatorOptions
{
    public const string Section = "Operator";

    /// <summary>The operator's own addresses; the first one stands as sender where no other is configured.</summary>
    public IList<string> EmailAddresses { get; } = [];

    /// <summary>The operator's number at Telegram; nothing where they pair with a code.</summary>
    public long? TelegramUserId { get; set; }

    /// <summary>The operator's object id in Microsoft Entra; nothing where they pair with a code.</summary>
    public string? TeamsObjectId { get; set; }
}
