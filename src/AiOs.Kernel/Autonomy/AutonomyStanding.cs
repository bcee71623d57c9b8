using System.Collections.Immutable;

namespace AiOs.Kernel.Autonomy;

/// <summary>What is known of one class: its last decisions, and whether autonomy was offered, accepted or lost.</summary>
internal sealed record AutonomyStanding
{
    /// <summary>How many decisions are kept.</summary>
    public const int MostKept = 64;

    /// <summary>The last decisions, the oldest first.</summary>
    public ImmutableList<AutonomyDecision> Recent { get; init; } = [];

    /// <summary>How many were approved as drafted since something last spoke against the class.</summary>
    public int Run { get; init; }

    public AutonomyGrant? Grant { get; init; }

    public DateTimeOffset? OfferedAt { get; init; }

    /// <summary>Whether the offer can still be accepted.</summary>
    public bool OfferOpen { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public AutonomyFall? Fall { get; init; }

    public AutonomyStanding Approve(DateTimeOffset at) => Decide(new AutonomyDecision(at, true)) with { Run = Run == int.MaxValue ? Run : Run + 1 };

    /// <summary>The operator decided against effects of the class.</summary>
    public AutonomyStanding Oppose(DateTimeOffset at, string why) => Decide(new AutonomyDecision(at, false)).Demote(at, why);

    /// <summary>Takes the grant and any open offer at once, and begins the run anew.</summary>
    public AutonomyStanding Demote(DateTimeOffset at, string why) =>
        this with { Run = 0, Grant = null, OfferOpen = false, Fall = new AutonomyFall(at, why) };

    public AutonomyStanding Offer(DateTimeOffset at) => this with { OfferedAt = at, OfferOpen = true };

    public AutonomyStanding Accept(DateTimeOffset at) => this with { Grant = new AutonomyGrant(at, at, TimeSpan.Zero, 0), OfferOpen = false };

    public AutonomyStanding Revoke(DateTimeOffset at) => Demote(at, Grant is null ? "declined" : "revoked") with { RevokedAt = at };

    public AutonomyStanding Use(DateTimeOffset at) => Grant is null ? this : this with { Grant = Grant.Use(at) };

    /// <summary>Whether a valid grant stands.</summary>
    public bool Granted(DateTimeOffset now, AutonomySettings settings) => Grant is not null && !Grant.Decayed(now, settings.DecayAfter);

    /// <summary>What speaks for an offer now; nothing where there is none to make.</summary>
    public AutonomyOffer? OfferFor(AutonomyClass @class, DateTimeOffset now, AutonomySettings settings)
    {
        var since = now - settings.Within;
        var seen = Recent.FindAll(decision => decision.At > since);
        var unedited = seen.Count(decision => decision.Unedited);
        var earned = settings.OfferAfter > 0
            && Run >= settings.OfferAfter
            && Recent.TakeLast(settings.OfferAfter).Count(decision => decision.Unedited && decision.At > since) == settings.OfferAfter
            && IsNearlyAll(unedited, seen.Count);
        return earned && !(OfferedAt > since) && !(RevokedAt > since) && !Granted(now, settings) && @class.Band.Reaches(settings.MostEach)
            ? new AutonomyOffer(@class.ToString(), seen.Count, unedited, since)
            : null;
    }

    private AutonomyStanding Decide(AutonomyDecision decision)
    {
        var recent = Recent.Add(decision);
        return this with { Recent = recent.Count > MostKept ? recent.RemoveAt(0) : recent };
    }

    // 95 of 100.
    private static bool IsNearlyAll(int part, int all) => part * 20 >= all * 19;
}
