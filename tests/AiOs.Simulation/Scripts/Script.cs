namespace AiOs.Simulation.Scripts;

/// <summary>All that is decided about a run before it begins. What happens beside it follows from the seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Setting">The world.</param>
/// <param name="Acts">What is done to it, in order.</param>
internal sealed record Script(long Seed, Setting Setting, IReadOnlyList<Act> Acts)
{
    /// <summary>Which interleaving of the seed; 0 is its own.</summary>
    public int Shuffle { get; init; }

    public IEnumerable<string> Lines() => Acts.Select((act, index) => FormattableString.Invariant($"{index + 1,3}. {act.Says}; {act.Steps} steps"));
}
