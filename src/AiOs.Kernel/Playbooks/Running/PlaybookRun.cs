using System.Collections.Immutable;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Playbooks.Running;

/// <summary>How far a run is, folded from its work item's events. Pure.</summary>
internal sealed record PlaybookRun
{
    /// <summary>The step it is at, counted from 1; 0 before the first.</summary>
    public int Step { get; init; }

    /// <summary>Whether a no ends this step only.</summary>
    public bool SkipsNo { get; init; }

    /// <summary>Until when the answer to the open question is awaited.</summary>
    public DateTimeOffset? AskedUntil { get; init; }

    /// <summary>Set while it rests.</summary>
    public RunRest? Rest { get; init; }

    /// <summary>How many answers to its mails had come in before this step, or before the mail that the rest follows.</summary>
    public int Heard { get; init; }

    public ImmutableArray<RecordVersion> Watched { get; init; } = [];

    /// <summary>What the operator said, by the name of the step that asked.</summary>
    public ImmutableDictionary<string, string> Answers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The Records that its steps write, by the name of the step.</summary>
    public ImmutableDictionary<string, RecordId> Written { get; init; } = ImmutableDictionary<string, RecordId>.Empty;

    public bool Stopped { get; init; }

    /// <summary>
    /// Whether a change of some Record means something to it. No row knows of that, so such a run is due at every look at the clock and costs one
    /// look at what is in memory.
    /// </summary>
    public bool Watches => !Stopped && !Watched.IsDefaultOrEmpty;

    /// <summary>Until when it rests whatever happens; nothing where something may be due at once.</summary>
    public DateTimeOffset? RestsUntil(int replies) => Rest is null || Stopped || Watches || HasReply(replies) ? null : Rest.LookAt ?? Rest.Until;

    /// <summary>Whether an answer ends the rest.</summary>
    public bool HasReply(int replies) => Rest is { ForReply: true } && replies > Heard;

    /// <summary>Whether a Record that it was prepared from is another one by now.</summary>
    public bool HasMoved(Surroundings around) => Watched.Any(seen => (around.Find(seen.Record)?.Version ?? 0) != seen.Version);

    public static WorkItem Fold(WorkItem item, JournalEvent happened, DateTimeOffset at)
    {
        var run = item.Run ?? new PlaybookRun();
        return happened switch
        {
            PlaybookStepTaken taken => item with { Run = run.Take(taken, item.Replies.Length) },
            PlaybookWaits waits => item with
            {
                Run = run with { Step = waits.Step, SkipsNo = false, AskedUntil = null, Rest = new RunRest(waits.Until, waits.ForReply, waits.LookAt), Watched = [.. waits.Watched] },
            },
            PlaybookAnswered answered => item with { Run = run with { Answers = run.Answers.SetItem(answered.Name, answered.Personal?.Text ?? string.Empty) } },
            PlaybookStopped => item.WithoutOpenApprovals(at) with { Run = run with { Stopped = true }, HasQuestion = false, Redraft = Redraft.None },
            _ => item,
        };
    }

    /// <summary>A step that is prepared anew has heard no more than before: an answer that came meanwhile still counts.</summary>
    private PlaybookRun Take(PlaybookStepTaken taken, int replies) => this with
    {
        Heard = taken.Step == Step && Rest is null ? Heard : replies,
        Step = taken.Step,
        SkipsNo = taken.SkipsNo,
        AskedUntil = taken.Until,
        Rest = null,
        Watched = [.. taken.Watched],
        Written = taken.Writes is { } record ? Written.SetItem(taken.Name, record) : Written,
    };
}
