using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Tests.Support;

/// <summary>What the events so far say of one effect.</summary>
internal sealed class PastEffect(ProposalId proposal, ProposalDrafted.EffectLine line, string bytes)
{
    public ProposalId Proposal { get; } = proposal;

    public ProposalDrafted.EffectLine Line { get; } = line;

    public string Bytes { get; } = bytes;

    public EffectJudged? Judged { get; set; }

    public int Attempts { get; set; }

    /// <summary>Attempts that really called, or may have, since the operator last said to send it again.</summary>
    public int Calls { get; set; }

    /// <summary>The newest attempt while nobody knows how it ended.</summary>
    public EffectRequested? Open { get; set; }

    public bool IsUnknown { get; set; }

    public bool IsDone { get; private set; }

    /// <summary>The attempts that are known to have happened; more than one where it was tried again although an earlier one was thought not to have.</summary>
    public HashSet<int> Happened { get; } = [];

    public bool IsFailed { get; private set; }

    public bool IsCompensated { get; set; }

    /// <summary>Before this moment it is not to be tried again, or not to be looked up.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>Until when it rests before its first attempt.</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    /// <summary>Whether an answer was lost that can be found out.</summary>
    public bool InDoubt { get; set; }

    /// <summary>Only where the other side enforces our key, and only when the earlier attempt is over.</summary>
    public bool MaySendAgain(EffectRequested requested, DateTimeOffset at) =>
        Line.OutcomeClass is OutcomeClass.Keyed
        && requested.Key == Open!.Key
        && (InDoubt ? at >= NotBefore : at >= Open.Deadline || Open.Incarnation != requested.Incarnation);

    public void Settle(Settlement settlement)
    {
        End();
        IsDone = settlement is Settlement.Happened;
        IsFailed = settlement is Settlement.DidNotHappen;
        Calls = settlement is Settlement.SendAgain ? 0 : Calls;
    }

    public void Postpone(EffectPostponed postponed)
    {
        End();
        NotBefore = postponed.Until;
        Calls -= postponed.Called ? 0 : 1;
    }

    public void Happen()
    {
        End();
        (IsDone, IsFailed) = (true, false);
    }

    public void Fail()
    {
        End();
        IsFailed = true;
    }

    public void End()
    {
        Open = null;
        IsUnknown = false;
        InDoubt = false;
    }
}
