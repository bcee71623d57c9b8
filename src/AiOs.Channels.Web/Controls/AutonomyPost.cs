namespace AiOs.Channels.Web.Controls;

/// <summary>The operator's word for one class of autonomy, as it is posted.</summary>
internal sealed record AutonomyPost
{
    public string? Class { get; init; }

    /// <summary><c>yes</c>, or <c>no</c> to turn an offer down or to take autonomy back.</summary>
    public string? Accept { get; init; }
}
