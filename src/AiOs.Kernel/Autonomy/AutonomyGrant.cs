namespace AiOs.Kernel.Autonomy;

/// <summary>What the operator accepted.</summary>
/// <param name="Since">When.</param>
/// <param name="LastUsed">When an effect last ran on it; at first, when it was accepted.</param>
/// <param name="LongestGap">The longest time that it went unused so far. A grant that decayed stays so, also where a later effect ran for another reason.</param>
/// <param name="Uses">How many effects ran on it.</param>
internal sealed record AutonomyGrant(DateTimeOffset Since, DateTimeOffset LastUsed, TimeSpan LongestGap, int Uses)
{
    public bool Decayed(DateTimeOffset now, TimeSpan decayAfter) => LongestGap > decayAfter || now - LastUsed > decayAfter;

    public AutonomyGrant Use(DateTimeOffset at)
    {
        var gap = at - LastUsed;
        return new AutonomyGrant(Since, at > LastUsed ? at : LastUsed, gap > LongestGap ? gap : LongestGap, Uses + 1);
    }
}
