namespace AiOs.Channels.Teams.Connector;

/// <summary>What came back of one call.</summary>
internal abstract record ConnectorAnswer
{
    private ConnectorAnswer()
    {
    }

    /// <summary>An answer.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Code">The connector's word for what went wrong; nothing where it says none.</param>
    /// <param name="Id">The id of what was made; nothing where it says none.</param>
    /// <param name="RetryAfter">How long it wants to be left alone.</param>
    public sealed record Came(int Status, string? Code, string? Id, TimeSpan? RetryAfter) : ConnectorAnswer;

    /// <summary>The call never left, so nothing happened.</summary>
    public sealed record NeverLeft : ConnectorAnswer;

    /// <summary>The call left and no answer came: nobody can tell.</summary>
    public sealed record Lost : ConnectorAnswer;
}
