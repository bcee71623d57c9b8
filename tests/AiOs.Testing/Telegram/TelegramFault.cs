namespace AiOs.Testing.Telegram;

/// <summary>What the next call of a method meets.</summary>
public abstract record TelegramFault
{
    private TelegramFault()
    {
    }

    /// <summary>429 with a time to wait, before anything is done.</summary>
    public static TelegramFault TooMany(int retryAfter) => new Refuses(429, $"Too Many Requests: retry after {retryAfter}", retryAfter);

    /// <summary>An error instead of doing it.</summary>
    /// <param name="Code">The code, also the HTTP status.</param>
    /// <param name="Description">What is said.</param>
    /// <param name="RetryAfter">Seconds to wait, or nothing.</param>
    public sealed record Refuses(int Code, string Description, int? RetryAfter = null) : TelegramFault;

    /// <summary>It is done, and then the answer is an error.</summary>
    /// <param name="Code">The code, 500 and up.</param>
    public sealed record BreaksAfter(int Code) : TelegramFault;

    /// <summary>The connection ends before anything is done.</summary>
    public sealed record DropsBefore : TelegramFault;

    /// <summary>It is done, and the connection ends without an answer.</summary>
    public sealed record DropsAfter : TelegramFault;

    /// <summary>Nothing is done before the task ends; then it goes on as usual.</summary>
    /// <param name="Until">What it waits for.</param>
    public sealed record Waits(Task Until) : TelegramFault;
}
