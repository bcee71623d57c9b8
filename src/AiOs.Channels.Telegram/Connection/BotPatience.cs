namespace AiOs.Channels.Telegram.Connection;

/// <summary>How long an answer is waited for.</summary>
internal static class BotPatience
{
    /// <summary>For a question that is answered at once.</summary>
    public static readonly TimeSpan Short = TimeSpan.FromSeconds(15);

    /// <summary>For a message or a picture on its way.</summary>
    public static readonly TimeSpan Send = TimeSpan.FromSeconds(60);

    /// <summary>For a file of at most 20 MB.</summary>
    public static readonly TimeSpan Download = TimeSpan.FromMinutes(3);
}
