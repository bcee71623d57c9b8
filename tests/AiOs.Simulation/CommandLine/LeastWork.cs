using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.CommandLine;

/// <summary>A run in which little happened shows nothing: what must have happened at least.</summary>
internal static class LeastWork
{
    private const int EnoughForRareThings = 60;
    private const int EnoughForRarestThings = 300;

    public static IEnumerable<string> Missing(Tally tally, int seeds)
    {
        if (tally[Happening.Message] < seeds * 5L)
        {
            yield return FormattableString.Invariant($"only {tally[Happening.Message]} messages in {seeds} seeds");
        }

        if (seeds < EnoughForRareThings)
        {
            yield break;
        }

        foreach (var (what, least) in PerHundred)
        {
            if (tally[what] * 100 < least * seeds)
            {
                yield return FormattableString.Invariant($"only {tally[what]} times {what} in {seeds} seeds");
            }
        }

        if (seeds >= EnoughForRarestThings && tally[Happening.AutonomyDemoted] * 100 < seeds)
        {
            yield return FormattableString.Invariant($"only {tally[Happening.AutonomyDemoted]} demotions in {seeds} seeds");
        }
    }

    private static readonly (Happening What, long Least)[] PerHundred =
    [
        (Happening.Applied, 200), (Happening.Crash, 50), (Happening.BoundaryCrash, 50), (Happening.Restart, 20), (Happening.Repeat, 200), (Happening.Refusal, 5),
        (Happening.Decision, 100), (Happening.ClockJump, 20), (Happening.ClockFrozen, 3), (Happening.StoreFault, 50), (Happening.LostReply, 10), (Happening.StoreAway, 50),
        (Happening.StoreFull, 20), (Happening.NastyAgent, 20), (Happening.Question, 20), (Happening.Expiry, 20), (Happening.ProviderDropBefore, 5), (Happening.ProviderDropAfter, 5),
        (Happening.ProviderLate, 5), (Happening.ProviderFailed, 10), (Happening.ProviderThrew, 5), (Happening.ProviderHung, 10), (Happening.ProviderSlow, 10), (Happening.StaleTap, 10),
        (Happening.WrongDigest, 10), (Happening.Contradiction, 10), (Happening.Settlement, 5), (Happening.TwoHosts, 10),
        (Happening.LookUp, 40), (Happening.LookUpFault, 5), (Happening.LookUpFound, 15), (Happening.LookUpPending, 2), (Happening.LookUpNotFound, 8), (Happening.NotTried, 5),
        (Happening.RetryAfter, 3), (Happening.Postponed, 15), (Happening.Void, 7), (Happening.CapHit, 20), (Happening.ModelReserved, 60), (Happening.ModelRefused, 50), (Happening.Frozen, 12),
        (Happening.PolicyAdopted, 100), (Happening.GrantTierTwo, 40), (Happening.HalfGrant, 25), (Happening.GrantTierThree, 10), (Happening.WrongNonce, 15), (Happening.NotTyped, 12),
        (Happening.Undo, 25), (Happening.UndoRefused, 20), (Happening.Compensation, 40), (Happening.Compensated, 40), (Happening.AutonomyOffered, 8), (Happening.AutonomyAccepted, 4),
        (Happening.AutonomyUsed, 15), (Happening.SnapshotRead, 100), (Happening.Escalation, 100), (Happening.AgentFailed, 50),
    ];
}
