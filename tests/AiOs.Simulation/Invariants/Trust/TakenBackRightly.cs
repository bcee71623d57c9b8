using System.Text;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Simulation.Models;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants.Trust;

/// <summary>Only what was done is taken back, all of it that can be, the last first, and nothing twice.</summary>
internal sealed class TakenBackRightly : Invariant
{
    private readonly Dictionary<EffectId, EffectId> _begun = [];
    private readonly Dictionary<ProposalId, List<EffectId>> _proposals = [];

    public override Happening? Harm => Happening.Duplicate;

    public override string? OnEvent(ItemModel item, SeenEvent seen)
    {
        switch (seen.Event)
        {
            case ProposalDrafted drafted:
                _proposals[drafted.Proposal] = [.. drafted.Effects.Select(line => line.Effect)];
                return drafted.Effects.Any(line => line.Compensates is not null) ? WrongPlan(item.Journal, drafted) : null;
            case EffectRequested requested when item.Journal.Effects.GetValueOrDefault(requested.Effect) is { Line.Compensates: { } original } effect:
                return WrongStep(item.Journal, effect, original);
            default:
                return null;
        }
    }

    private string? WrongPlan(JournalModel journal, ProposalDrafted drafted)
    {
        var originals = drafted.Effects.Select(line => line.Compensates).OfType<EffectId>().ToArray();
        if (originals.Length != drafted.Effects.Count || originals.Any(id => !journal.Effects.ContainsKey(id)))
        {
            return $"Plan {drafted.Proposal} mixes what takes back with something else.";
        }

        if (originals.Any(id => journal.Effects[id] is not { Result: Outcome.Done, Line.Undo: not null }))
        {
            return $"Plan {drafted.Proposal} takes back what was not done or is final.";
        }

        var plan = _proposals[journal.Effects[originals[0]].Proposal];
        var places = originals.Select(id => plan.IndexOf(id)).ToArray();
        if (places.Contains(-1) || places.Zip(places.Skip(1)).Any(pair => pair.First <= pair.Second))
        {
            return $"Plan {drafted.Proposal} does not take back the last first: {string.Join(' ', places)}.";
        }

        return plan.Any(id => journal.Effects[id] is { Result: Outcome.Done, IsInner: false, Line.Undo: not null } && !originals.Contains(id))
            ? $"Plan {drafted.Proposal} leaves something as it is that was done and can be taken back."
            : null;
    }

    private string? WrongStep(JournalModel journal, EffectModel effect, EffectId original)
    {
        _begun.TryAdd(original, effect.Line.Effect);
        if (_begun[original] != effect.Line.Effect)
        {
            return $"Effect {original} is taken back twice.";
        }

        if (journal.Effects[original].Result is not Outcome.Done)
        {
            return $"Effect {original} is taken back and was not done.";
        }

        return effect is { IsInner: false, Bytes: { } bytes } && !Encoding.UTF8.GetString(bytes).Contains($"\"undoes\":\"{original}\"", StringComparison.Ordinal)
            ? $"Effect {effect.Line.Effect} says that it takes back {original}, and its bytes do not."
            : null;
    }
}
