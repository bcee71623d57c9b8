using AiOs.Simulation.Controls;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Scripts;

/// <summary>
/// Makes a failing script short: leaves out what it can while the same promise is still broken (delta debugging).
/// What is left out moves what comes after it, so a shorter script may need another interleaving to fail.
/// </summary>
internal sealed class Shrinker
{
    private const int MostRuns = 900;
    private const int Interleavings = 3;

    private readonly Control? _control;
    private readonly string _invariant;
    private Script _script;
    private int _runs;

    private Shrinker(Script script, Control? control, string invariant)
    {
        _script = script;
        _control = control;
        _invariant = invariant;
    }

    public static Script Shrink(Script script, Control? control) =>
        WorldRun.Play(script, control).Violation is { } violation ? new Shrinker(script, control, violation.Invariant).Shrink() : script;

    private Script Shrink()
    {
        while (_script.Acts.Count > 1 && Take([.. _script.Acts.Take(_script.Acts.Count / 2)]))
        {
            // Most failures need nothing of what comes after them.
        }

        for (var size = Math.Max(1, _script.Acts.Count / 2); size >= 1; size /= 2)
        {
            LeaveOut(size);
        }

        var before = 0;
        while (before != _script.Acts.Count && _runs < MostRuns)
        {
            before = _script.Acts.Count;
            LeaveOut(1);
        }

        Hurry();
        return _script;
    }

    private void LeaveOut(int size)
    {
        for (var at = 0; at < _script.Acts.Count;)
        {
            at += Take([.. _script.Acts.Take(at), .. _script.Acts.Skip(at + size)]) ? 0 : size;
        }
    }

    private void Hurry()
    {
        for (var at = 0; at < _script.Acts.Count; at++)
        {
            if (_script.Acts[at].Steps > 0)
            {
                Take([.. _script.Acts.Select((act, index) => index == at ? act with { Steps = 0 } : act)]);
            }
        }
    }

    /// <summary>Goes on with these acts if they still fail in some interleaving.</summary>
    private bool Take(IReadOnlyList<Act> acts)
    {
        for (var shuffle = 0; shuffle <= Interleavings && _runs < MostRuns; shuffle++)
        {
            _runs++;
            var candidate = _script with { Acts = acts, Shuffle = _script.Shuffle + shuffle };
            if (WorldRun.Play(candidate, _control).Violation?.Invariant == _invariant)
            {
                _script = candidate;
                return true;
            }
        }

        return false;
    }
}
