namespace AiOs.Kernel.Autonomy;

/// <summary>One class as the operator sees it.</summary>
/// <param name="Class">The class.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Standing">Since when, last used, the last decisions and what spoke against it.</param>
internal sealed record AutonomyLine(string Class, AutonomyPhase Phase, AutonomyStanding Standing)
{
    /// <summary>How many of the kept decisions there are.</summary>
    public int Seen => Standing.Recent.Count;

    /// <summary>How many of them were approved as drafted.</summary>
    public int Unedited => Standing.Recent.Count(decision => decision.Unedited);

    public static AutonomyLine Of(string @class, AutonomyStanding standing, DateTimeOffset now, AutonomySettings settings) => new(
        @class,
        standing switch
        {
            _ when standing.Granted(now, settings) => AutonomyPhase.Granted,
            { OfferOpen: true } => AutonomyPhase.Offered,
            { Grant: not null } => AutonomyPhase.Decayed,
            { Fall: not null, Run: 0 } => AutonomyPhase.Fallen,
            _ => AutonomyPhase.Earning,
        },
        standing);
}
