using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Simulation.Invariants;
using AiOs.Simulation.Invariants.Trust;
using AiOs.Simulation.Models;
using AiOs.Simulation.Outside;

namespace AiOs.Simulation.Worlds;

/// <summary>Holds every invariant against everything that happens. The first one that is broken ends the run.</summary>
internal sealed class Watch(World world)
{
    private readonly JournalTail _tail = new(world);
    private readonly Invariant[] _invariants =
    [
        new IntentFirst(),
        new LeaveGiven(),
        new ExactBytes(),
        new OneAttemptForNeither(),
        new AppliedOnce(),
        new KeyForEver(),
        new NothingLost(),
        new FirstDecisionWins(),
        new ChainHolds(world.Settings.Id),
        new AlwaysANextStep(),
        new RebuildIsSame(),
        new EverythingEnds(),
        new TruthTold(),
        new CapsHold(world.Settings.TimeZone),
        new FrozenStandsStill(),
        new TapsCount(world),
        new GroundHolds(world.Script.Seed),
        new AutonomyEarned(world.Tally),
        new TakenBackRightly(),
        new PostponedRightly(),
        world.Ledger,
    ];

    public JournalModel Journal { get; } = new();

    public Violation? Violation { get; private set; }

    /// <summary>Looks at what was stored since it looked last.</summary>
    public void Look()
    {
        StoredCommit? last = null;
        while (_tail.HasMore)
        {
            var (stored, opened) = _tail.Next();
            last = stored;
            world.Tally.Count(Happening.Commit);
            Ask(invariant => invariant.OnCommit(stored));
            var item = Journal.ItemOf(stored.Stream);
            foreach (var happened in opened.Events)
            {
                var seen = new SeenEvent(opened, happened);
                Ask(invariant => invariant.OnEvent(item, seen));
                item.Apply(happened);
                Journal.Apply(happened);
                Count(happened);
            }
        }

        if (last is not null)
        {
            Ask(invariant => invariant.OnGrown(world, last));
        }

        if (world.Scheduler.Fault is { } fault)
        {
            Violation ??= new Violation("OneThread", fault, null);
        }
    }

    public void OnCalled(Applied call)
    {
        Look();
        var effect = Journal.Effects.GetValueOrDefault(call.Effect);
        if (effect is not null)
        {
            effect.Calls++;
        }

        Ask(invariant => invariant.OnCalled(effect, call));
    }

    public void OnApplied(Applied call) =>
        Ask(invariant => invariant.OnApplied(Journal.Effects.GetValueOrDefault(call.Effect), call, world.Outside.CountOf(call.Effect)));

    public void OnAcknowledged(int number, Receipt receipt)
    {
        Look();
        Ask(invariant => invariant.OnAcknowledged(Journal, number, receipt));
    }

    public void OnRefused(int refusals)
    {
        Look();
        Ask(invariant => invariant.OnRefused(Journal, refusals));
    }

    public void OnDecided(OperatorDecision decision, DecisionOutcome outcome)
    {
        Look();
        Ask(invariant => invariant.OnDecided(Journal, decision, outcome));
    }

    public void OnUnforeseen(string where, Exception fault) =>
        Violation ??= new Violation("ForeseenFaults", $"{where} threw {fault.GetType().Name}: {fault.Message}", null);

    public void AtEnd()
    {
        Look();
        Ask(invariant => invariant.AtEnd(world, Journal));
        world.Tally.Count(Happening.Unknown, Journal.Effects.Values.Count(effect => effect.Result is Outcome.Unknown));
    }

    public void OnSkipped(EffectId effect)
    {
        Look();
        if (Journal.Effects.TryGetValue(effect, out var model))
        {
            model.Skipped++;
        }
    }

    /// <summary>Who was told that everything is frozen finds it so, unless somebody let it go on since.</summary>
    /// <param name="resumes">How often it had been let go on when it was asked for.</param>
    public void OnFreezeTold(int resumes)
    {
        Look();
        if (!Journal.IsFrozen && Journal.Resumes == resumes)
        {
            Violation ??= new Violation(nameof(FrozenStandsStill), "The operator was told that everything is frozen, and it is not.", null);
        }
    }

    private void Count(JournalEvent happened)
    {
        if (HappeningOf(happened) is { } what)
        {
            world.Tally.Count(what);
        }
    }

    private Happening? HappeningOf(JournalEvent happened) => happened switch
    {
        ApprovalExpired => Happening.Expiry,
        ApprovalVoided => Happening.Void,
        ApprovalEscalated => Happening.Escalation,
        ApprovalHalfGranted => Happening.HalfGrant,
        ApprovalGranted granted => Journal.Approvals[granted.Approval].Asked.Tier switch { 2 => Happening.GrantTierTwo, 3 => Happening.GrantTierThree, _ => null },
        EffectPostponed => Happening.Postponed,
        EffectJudged { Answer: EffectJudged.AnswerKind.Deny } judged when judged.Rule.StartsWith("cap:", StringComparison.Ordinal) => Happening.CapHit,
        WorkspaceFrozen => Happening.Frozen,
        WorkspaceResumed => Happening.Resumed,
        PolicyAdopted => Happening.PolicyAdopted,
        UndoRequested => Happening.Undo,
        ProposalDrafted { Effects: [{ Compensates: not null }, ..] } => Happening.Compensation,
        EffectSucceeded succeeded when Journal.Effects.GetValueOrDefault(succeeded.Effect)?.Line.Compensates is not null => Happening.Compensated,
        AutonomyOffered => Happening.AutonomyOffered,
        AutonomyAccepted => Happening.AutonomyAccepted,
        AgentFailed => Happening.AgentFailed,
        _ => null,
    };

    private void Ask(Func<Invariant, string?> question)
    {
        if (Violation is not null)
        {
            return;
        }

        foreach (var invariant in _invariants)
        {
            if (question(invariant) is { } sentence)
            {
                Violation = new Violation(invariant.Name, sentence, invariant.Harm);
                return;
            }
        }
    }
}
