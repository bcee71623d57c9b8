namespace AiOs.Agents.Intake.Learning;

/// <summary>How one new example is learned beside those that are known: a few steps for it, and some earlier ones again so that they are not lost.</summary>
internal static class Replays
{
    /// <summary>How many earlier examples are gone over again.</summary>
    public const int Count = 64;

    /// <summary>The step for an earlier one.</summary>
    public const float Rate = 1.5f;

    /// <summary>The step for the new one.</summary>
    public const float FirstRate = 2f;

    /// <summary>How often the new one is gone over at most.</summary>
    public const int MostSteps = 4;

    /// <summary>How likely its label is when it is plainly right.</summary>
    public const float Plain = 0.8f;

    public static int Pick(ref ulong state, int among)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)((state >> 11) % (ulong)among);
    }
}
