using AiOs.Simulation.Controls;
using AiOs.Simulation.Scripts;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Tests;

/// <summary>Kernels that are broken on purpose, each of which the simulation must see; the right kernel passes the very same seeds.</summary>
public sealed class ControlTests(ITestOutputHelper output)
{
    private const int MostSeeds = 40;

    [Theory]
    [InlineData("late-store", "IntentFirst,NothingLost,FirstDecisionWins")]
    [InlineData("lost-write", "IntentFirst,NothingLost,FirstDecisionWins,RebuildIsSame,TruthTold")]
    [InlineData("retry-unknown", "IntentFirst,OneAttemptForNeither,AppliedOnce")]
    [InlineData("blind-desk", "FirstDecisionWins,TapsCount")]
    [InlineData("no-dedupe", "NothingLost")]
    [InlineData("new-key", "KeyForEver")]
    [InlineData("rendered-again", "ExactBytes")]
    [InlineData("false-no", "TruthTold,OneAttemptForNeither,PostponedRightly,AppliedOnce")]
    [InlineData("nonce-ignored", "TapsCount")]
    [InlineData("types-for-you", "TapsCount")]
    [InlineData("caps-on-settled", "CapsHold")]
    [InlineData("looks-outside-writer", "CapsHold,FrozenStandsStill")]
    [InlineData("not-found-is-proof", "AppliedOnce,TruthTold")]
    [InlineData("snapshot-without-money", "CapsHold,LedgerIsSame")]
    [InlineData("snapshot-without-freeze", "FrozenStandsStill,LedgerIsSame")]
    [InlineData("ground-ignored", "GroundHolds")]
    public void Run_BrokenKernel_IsCaught(string name, string invariants)
    {
        var control = BrokenKernels.Named(name);
        var (seed, violation) = FirstCaught(control);
        output.WriteLine($"{name}: seed {seed} breaks {violation.Invariant}: {violation.Sentence}");
        Assert.Contains(violation.Invariant, invariants.Split(','));
        Assert.NotEqual(violation.Invariant, WorldRun.Play(ScriptMaker.Of(seed), control: null).Violation?.Invariant);
    }

    [Theory]
    [InlineData("retry-unknown")]
    [InlineData("blind-desk")]
    [InlineData("no-dedupe")]
    [InlineData("false-no")]
    public void Shrink_FailingSeed_LeavesFewLines(string name)
    {
        var control = BrokenKernels.Named(name);
        var (seed, violation) = FirstCaught(control);
        var script = ScriptMaker.Of(seed);
        var shrunk = Shrinker.Shrink(script, control);
        output.WriteLine($"{name}: seed {seed}, {script.Acts.Count} acts shrunk to {shrunk.Acts.Count}\n{string.Join('\n', shrunk.Lines())}");
        Assert.True(script.Acts.Count > 20);
        Assert.InRange(shrunk.Acts.Count, 1, 10);
        Assert.Equal(violation.Invariant, WorldRun.Play(shrunk, control).Violation?.Invariant);
    }

    private static (long Seed, Violation Violation) FirstCaught(Control control)
    {
        for (var seed = 1; seed <= MostSeeds; seed++)
        {
            if (WorldRun.Play(ScriptMaker.Of(seed), control).Violation is { } violation)
            {
                return (seed, violation);
            }
        }

        throw new Xunit.Sdk.XunitException($"The broken kernel '{control.Name}' passed {MostSeeds} seeds.");
    }
}
