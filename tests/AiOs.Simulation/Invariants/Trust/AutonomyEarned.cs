using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Simulation.Models;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants.Trust;

/// <summary>Nothing skips the question but by a grant of its class that the operator accepted on an offer and that nothing has taken since.</summary>
internal sealed class AutonomyEarned(Tally tally) : Invariant
{
    private readonly HashSet<string> _offered = [];
    private readonly HashSet<string> _granted = [];

    public override Happening? Harm => Happening.Unapproved;

    public override string? OnEvent(ItemModel item, SeenEvent seen)
    {
        switch (seen.Event)
        {
            case EffectJudged { Rule: "autonomy", Answer: EffectJudged.AnswerKind.Allow } judged:
                return judged.Class is { } name && _granted.Contains(name) ? null : $"Effect {judged.Effect} of class {judged.Class ?? "none"} runs unasked, and the operator has not let it.";
            case EffectRequested requested when item.Journal.Effects.GetValueOrDefault(requested.Effect) is { Judged: { Rule: "autonomy", Class: { } used } }:
                tally.Count(_granted.Contains(used) ? Happening.AutonomyUsed : Happening.AutonomyStale);
                return null;
            case AutonomyOffered offered:
                _offered.Add(offered.Class);
                return null;
            case AutonomyAccepted accepted:
                return Accept(accepted.Class);
            default:
                Demote(ClassesAgainst(item.Journal, seen.Event));
                return null;
        }
    }

    private string? Accept(string name)
    {
        _granted.Add(name);
        return _offered.Remove(name) ? null : $"Autonomy of {name} is accepted without an offer.";
    }

    private void Demote(IEnumerable<string?> names)
    {
        foreach (var name in names.OfType<string>().ToArray())
        {
            _offered.Remove(name);
            tally.Count(Happening.AutonomyDemoted, _granted.Remove(name) ? 1 : 0);
        }
    }

    /// <summary>The classes that an event speaks against.</summary>
    private static IEnumerable<string?> ClassesAgainst(JournalModel journal, JournalEvent happened) => happened switch
    {
        AutonomyRevoked revoked => [revoked.Class],
        EffectFailed failed => [ClassOf(journal, failed.Effect)],
        EffectSettled { Settlement: not Settlement.Happened } settled => [ClassOf(journal, settled.Effect)],
        ApprovalRejected rejected => ClassesOf(journal, rejected.Approval),
        ChangeRequested changed => ClassesOf(journal, changed.Approval),
        UndoRequested undo => journal.Effects.Values.Where(effect => effect.Proposal == undo.Proposal).Select(effect => effect.Judged?.Class),
        _ => [],
    };

    private static string? ClassOf(JournalModel journal, EffectId effect) => journal.Effects.GetValueOrDefault(effect)?.Judged?.Class;

    private static IEnumerable<string?> ClassesOf(JournalModel journal, ApprovalId approval) =>
        journal.Approvals.GetValueOrDefault(approval)?.Asked.Effects.Select(effect => ClassOf(journal, effect)) ?? [];
}
