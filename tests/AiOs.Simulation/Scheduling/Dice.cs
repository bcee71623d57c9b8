namespace AiOs.Simulation.Scheduling;

/// <summary>Chance that a seed repeats, the same in every process and on every machine (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>Dice of their own for one purpose, so that what is left out of one does not shift the others.</summary>
    /// <param name="parts">What they are for.</param>
    /// <returns>The dice.</returns>
    public static Dice For(params ReadOnlySpan<long> parts)
    {
        var mixed = Step;
        foreach (var part in parts)
        {
            mixed = Mix(mixed ^ (ulong)part) + Step;
        }

        return new Dice(mixed);
    }

    public ulong Roll()
    {
        _state += Step;
        return Mix(_state);
    }

    public int Below(int count) => (int)(Roll() % (ulong)count);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public double Share() => (Roll() >> 11) * (1.0 / (1UL << 53));

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public void Fill(Span<byte> buffer)
    {
        for (var index = 0; index < buffer.Length; index++)
        {
            buffer[index] = (byte)(Roll() >> 32);
        }
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
