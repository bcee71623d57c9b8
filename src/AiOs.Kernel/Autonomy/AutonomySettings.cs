using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Autonomy;

/// <summary>How autonomy is earned and lost: the policy's own words for it.</summary>
/// <param name="OfferAfter">How many decisions in a row must have been approved as drafted; at most <see cref="AutonomyStanding.MostKept"/>, or there is never an offer.</param>
/// <param name="Within">In how long a time.</param>
/// <param name="DecayAfter">How long it may go unused.</param>
/// <param name="MostEach">The most that one effect may spend; what is in another currency always asks.</param>
internal sealed record AutonomySettings(int OfferAfter, TimeSpan Within, TimeSpan DecayAfter, Money MostEach)
{
    private const int UsualMostEach = 50;

    public static AutonomySettings UsualIn(string currency) =>
        new(20, TimeSpan.FromDays(28), TimeSpan.FromDays(60), new Money(UsualMostEach * Scale(currency), currency));

    private static long Scale(string currency) => Money.Decimals(currency) switch { 0 => 1, 3 => 1000, _ => 100 };
}
