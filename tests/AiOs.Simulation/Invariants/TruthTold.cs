using AiOs.Simulation.Models;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants;

/// <summary>In the end the journal and the outside tell the same story, except for what is shown as unknown and what the operator settled by word.</summary>
internal sealed class TruthTold : Invariant
{
    public override string? AtEnd(World world, JournalModel journal) =>
        journal.Effects.Values.Where(effect => !effect.IsSettled).Select(effect => Lie(effect, TimesDone(world, effect))).FirstOrDefault(lie => lie is not null);

    private static int TimesDone(World world, EffectModel effect) => effect.IsInner ? effect.Written : world.Outside.CountOf(effect.Line.Effect);

    private static string? Lie(EffectModel effect, int times) => effect.Result switch
    {
        Outcome.Done when times == 0 => $"The journal says that {effect.Line.Kind} {effect.Line.Effect} happened, and nothing was done.",
        Outcome.Failed when times > 0 => $"The journal says that {effect.Line.Kind} {effect.Line.Effect} did not happen (attempt {effect.Requests.Count}), and it was done.",
        Outcome.Postponed when times > 0 => $"The journal puts {effect.Line.Kind} {effect.Line.Effect} off (attempt {effect.Requests.Count}), and it was done.",
        null when effect.Requests.Count == 0 && times > 0 => $"{effect.Line.Kind} {effect.Line.Effect} was done, and the journal never asked for it.",
        _ => null,
    };
}
