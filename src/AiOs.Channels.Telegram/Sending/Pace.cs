namespace AiOs.Channels.Telegram.Sending;

/// <summary>How fast Telegram lets a bot speak: about one message a second in a chat, 20 a minute in a group, 30 a second in all. Edits count.</summary>
internal static class Pace
{
    public const int PerMinuteInGroup = 20;
    public const int PerSecondInAll = 30;

    private static readonly Rate Private = new(TimeSpan.FromSeconds(1), 3);

    /// <summary>A burst of 5 and one every four seconds is at most 20 in any minute.</summary>
    private static readonly Rate Group = new(TimeSpan.FromSeconds(4), 5);

    /// <summary>A burst of 5 and 25 a second are at most 30 in any second.</summary>
    private static readonly Rate All = new(TimeSpan.FromMilliseconds(40), 5);

    /// <summary>What a chat has at first. Telegram gives groups numbers below zero.</summary>
    public static Allowance Of(long chat) => new(chat < 0 ? Group : Private, TimeSpan.Zero);

    /// <summary>What all chats together have at first.</summary>
    public static Allowance OfAll => new(All, TimeSpan.Zero);
}
