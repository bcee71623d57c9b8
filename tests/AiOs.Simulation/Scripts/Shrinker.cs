using AiOs.Simulation.Controls;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Scripts;

/// <summary>Makes a failing script short: leaves out what it can while the same promise is still broken (delta debugging).</summary>
internal static class Shrinker
{
    private const int MostRuns = 500;

    public static Script Shrink(Script script, Control? control)
    {
        if (WorldRun.Play(script, control).Violation is not { } violation)
        {
            return script;
        }

        var runs = 0;
        bool Fails(IReadOnlyList<Act> acts) =>
            runs++ < MostRuns && WorldRun.Play(script with { Acts = acts }, control).Violation?.Invariant == violation.Invariant;

        var acts = WithoutTail(script.Acts, Fails);
        for (var size = Math.Max(1, acts.Count / 2); size >= 1; size = size == 1 ? 0 : size / 2)
        {
            acts = Without(acts, size, Fails);
        }

        return script with { Acts = WithFewerSteps(Without(acts, 1, Fails), Fails) };
    }

    /// <summary>Most failures need nothing of what comes after them.</summary>
    private static IReadOnlyList<Act> WithoutTail(IReadOnlyList<Act> acts, Func<IReadOnlyList<Act>, bool> fails)
    {
        while (acts.Count > 1 && fails([.. acts.Take(acts.Count / 2)]))
        {
            acts = [.. acts.Take(acts.Count / 2)];
        }

        return acts;
    }

    private static IReadOnlyList<Act> Without(IReadOnlyList<Act> acts, int size, Func<IReadOnlyList<Act>, bool> fails)
    {
        for (var at = 0; at < acts.Count;)
        {
            IReadOnlyList<Act> fewer = [.. acts.Take(at), .. acts.Skip(at + size)];
            if (fails(fewer))
            {
                acts = fewer;
            }
            else
            {
                at += size;
            }
        }

        return acts;
    }

    private static IReadOnlyList<Act> WithFewerSteps(IReadOnlyList<Act> acts, Func<IReadOnlyList<Act>, bool> fails)
    {
        for (var at = 0; at < acts.Count; at++)
        {
            IReadOnlyList<Act> quicker = [.. acts.Select((act, index) => index == at ? act with { Steps = 0 } : act)];
            if (acts[at].Steps > 0 && fails(quicker))
            {
                acts = quicker;
            }
        }

        return acts;
    }
}
