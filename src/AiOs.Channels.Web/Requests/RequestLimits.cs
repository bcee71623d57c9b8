namespace AiOs.Channels.Web.Requests;

/// <summary>How much of a request is read. Whatever is larger is refused before it is.</summary>
internal static class RequestLimits
{
    /// <summary>A message with its files.</summary>
    public const int MessageBytes = 30 * 1024 * 1024;

    /// <summary>A decision or an answer with its text.</summary>
    public const int DecisionBytes = 256 * 1024;

    /// <summary>Files handed over at once.</summary>
    public const int Files = 50;

    /// <summary>A client's own name for a delivery.</summary>
    public const int IdLength = 200;
}
