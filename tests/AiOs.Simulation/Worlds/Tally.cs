namespace AiOs.Simulation.Worlds;

/// <summary>How often each thing happened.</summary>
internal sealed class Tally
{
    private readonly long[] _counts = new long[Enum.GetValues<Happening>().Length];

    public long this[Happening what] => _counts[(int)what];

    public void Count(Happening what, long times = 1) => _counts[(int)what] += times;

    public override string ToString() => string.Join(' ', Enum.GetValues<Happening>().Select(what => FormattableString.Invariant($"{what}={this[what]}")));

    public void Add(Tally other)
    {
        for (var index = 0; index < _counts.Length; index++)
        {
            _counts[index] += other._counts[index];
        }
    }
}
