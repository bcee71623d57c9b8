using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Policy.Settings;

/// <summary>When the kernel may offer to stop asking about one narrow class of effects.</summary>
/// <param name="OfferAfter">How many must have been approved unedited.</param>
/// <param name="Within">In which time.</param>
/// <param name="DecayAfter">Unused for this long, the permission ends.</param>
/// <param name="MostEach">No effect that costs more is ever covered.</param>
internal sealed record AutonomySettings(int OfferAfter, TimeSpan Within, TimeSpan DecayAfter, Money MostEach)
{
    private const int UsualMostEach = 50;

    public static AutonomySettings UsualIn(string currency) =>
        new(20, TimeSpan.FromDays(28), TimeSpan.FromDays(60), new Money(UsualMostEach * Scale(currency), currency));

    private static long Scale(string currency) => Money.Decimals(currency) switch { 0 => 1, 3 => 1000, _ => 100 };
}
