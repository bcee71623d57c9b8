namespace AiOs.Testing.Teams;

/// <summary>An answer that is not what was asked for.</summary>
internal sealed class ConnectorError(int status, string code, int? retryAfter = null) : Exception(code)
{
    public int Status => status;

    public int? RetryAfter => retryAfter;
}
