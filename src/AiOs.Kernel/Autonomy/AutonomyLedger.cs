using System.Collections.Immutable;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;

namespace AiOs.Kernel.Autonomy;

/// <summary>
/// Which classes of effects may skip the question, folded from the workspace's events. Only the operator's word grants;
/// a rejection, an edit, a failure or an undo takes the grant at once. A pure decider.
/// </summary>
internal sealed record AutonomyLedger
{
    public EffectTraces Traces { get; init; } = new();

    public ImmutableSortedDictionary<string, AutonomyStanding> Classes { get; init; } = ImmutableSortedDictionary<string, AutonomyStanding>.Empty;

    /// <summary>The ledger after one more event.</summary>
    public AutonomyLedger Apply(JournalEvent happened, DateTimeOffset at) => happened switch
    {
        ProposalDrafted drafted => this with { Traces = Traces.Draft(drafted) },
        EffectJudged judged => this with { Traces = Traces.Judge(judged) },
        EffectRequested requested when Traces.Of(requested.Effect) is { Unasked: true, Class: { } used } => Put([used], standing => standing.Use(at)),
        EffectFailed failed => Fail(failed.Effect, at, "failed"),

        // Also where it is sent again: it did not happen.
        EffectSettled { Settlement: not Settlement.Happened } settled => Fail(settled.Effect, at, "did-not-happen"),
        UndoRequested undo => Put(Traces.ClassesIn(undo.Proposal), standing => standing.Demote(at, "undone")),
        AutonomyOffered offered => Put([offered.Class], standing => standing.Offer(at)),
        AutonomyAccepted accepted => Put([accepted.Class], standing => standing.Accept(at)),
        AutonomyRevoked revoked => Put([revoked.Class], standing => standing.Revoke(at)),
        _ => Decide(happened, at),
    };

    /// <summary>Whether an effect may skip the question.</summary>
    /// <param name="class">The effect's class; nothing where none can be earned.</param>
    /// <param name="cost">What it spends.</param>
    /// <param name="now">The moment of the decision.</param>
    /// <param name="settings">The policy's settings.</param>
    /// <returns>Whether it may, and why.</returns>
    public AutonomyAnswer Holds(string? @class, Money? cost, DateTimeOffset now, AutonomySettings settings)
    {
        if (AutonomyClass.Parse(@class) is not { } parsed)
        {
            return new AutonomyAnswer(false, "Effects like this are always asked about.");
        }

        if (!parsed.Band.Contains(cost) || (cost is { Minor: > 0 } && (cost.Currency != settings.MostEach.Currency || cost.Minor > settings.MostEach.Minor)))
        {
            return new AutonomyAnswer(false, $"No more than {settings.MostEach} may be spent unasked on one effect, and this is {cost?.ToString() ?? "not known"}.");
        }

        return Holds(@class!, now, settings);
    }

    /// <summary>What speaks for an offer now; nothing where there is none to make.</summary>
    public AutonomyOffer? OfferFor(string? @class, DateTimeOffset now, AutonomySettings settings) =>
        AutonomyClass.Parse(@class) is { } parsed && Classes.TryGetValue(@class!, out var standing) ? standing.OfferFor(parsed, now, settings) : null;

    /// <summary>Whether an offer of that class waits for the operator; only then can it be accepted.</summary>
    public bool IsOffered(string @class) => Classes.GetValueOrDefault(@class)?.OfferOpen is true;

    /// <summary>Every class that anything is known of.</summary>
    public IReadOnlyList<AutonomyLine> List(DateTimeOffset now, AutonomySettings settings) =>
        [.. Classes.Select(known => AutonomyLine.Of(known.Key, known.Value, now, settings))];

    private AutonomyAnswer Holds(string @class, DateTimeOffset now, AutonomySettings settings)
    {
        var standing = Classes.GetValueOrDefault(@class);
        if (standing?.Grant is not { } grant)
        {
            return new AutonomyAnswer(false, standing?.Fall is { } fall
                ? $"You are asked about {@class} since {Day(fall.At)}: {fall.Why}."
                : $"You have not let {@class} run unasked.");
        }

        return grant.Decayed(now, settings.DecayAfter)
            ? new AutonomyAnswer(false, $"You let {@class} run unasked on {Day(grant.Since)}, but that went unused for too long.")
            : new AutonomyAnswer(true, $"You let {@class} run unasked on {Day(grant.Since)}, and nothing went wrong since.");
    }

    private AutonomyLedger Decide(JournalEvent happened, DateTimeOffset at) => happened switch
    {
        ApprovalRequested asked => this with { Traces = Traces.Ask(asked) },
        ApprovalGranted granted => Close(granted.Approval, standing => standing.Approve(at)),
        ApprovalRejected rejected => Close(rejected.Approval, standing => standing.Oppose(at, "rejected")),
        ChangeRequested changed => Close(changed.Approval, standing => standing.Oppose(at, "changed")),
        ApprovalExpired expired => Close(expired.Approval, standing => standing),
        ApprovalVoided voided => Close(voided.Approval, standing => standing),
        _ => this,
    };

    private AutonomyLedger Close(ApprovalId approval, Func<AutonomyStanding, AutonomyStanding> change) =>
        Put(Traces.ClassesIn(approval), change) with { Traces = Traces.Close(approval) };

    private AutonomyLedger Fail(EffectId effect, DateTimeOffset at, string why) =>
        Traces.Of(effect)?.Class is { } failed ? Put([failed], standing => standing.Demote(at, why)) : this;

    private AutonomyLedger Put(IReadOnlyList<string> classes, Func<AutonomyStanding, AutonomyStanding> change) => this with
    {
        Classes = Classes.SetItems(classes
            .Where(name => AutonomyClass.Parse(name) is not null)
            .Select(name => KeyValuePair.Create(name, change(Classes.GetValueOrDefault(name) ?? new AutonomyStanding())))),
    };

    private static string Day(DateTimeOffset at) => InstantConverter.ToText(at)[..10];
}
