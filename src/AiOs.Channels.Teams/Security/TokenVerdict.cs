namespace AiOs.Channels.Teams.Security;

/// <summary>What came of checking who calls.</summary>
internal abstract record TokenVerdict
{
    private TokenVerdict()
    {
    }

    /// <summary>The token is good; the body still has to fit it.</summary>
    /// <param name="ServiceUrl">The connector that the token speaks for.</param>
    /// <param name="Endorsements">The channels that the signing key may speak for.</param>
    public sealed record Good(string? ServiceUrl, IReadOnlyList<string> Endorsements) : TokenVerdict;

    /// <summary>The body fits the token: it may be worked on.</summary>
    public sealed record Fits : TokenVerdict;

    /// <summary>It is turned away.</summary>
    /// <param name="Status">401 or 403.</param>
    /// <param name="Code">A short stable word for the log; the caller is not told.</param>
    public sealed record Refused(int Status, string Code) : TokenVerdict;
}
