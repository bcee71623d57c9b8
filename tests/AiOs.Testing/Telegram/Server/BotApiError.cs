namespace AiOs.Testing.Telegram.Server;

/// <summary>An answer that is not ok.</summary>
internal sealed class BotApiError(int code, string description, int? retryAfter = null, long? movedTo = null) : Exception(description)
{
    public int Code => code;

    public int? RetryAfter => retryAfter;

    public long? MovedTo => movedTo;

    public static BotApiError Bad(string what) => new(400, "Bad Request: " + what);
}
