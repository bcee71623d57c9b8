using System.Text;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;

namespace AiOs.Simulation.Models;

/// <summary>What the journal says of one effect, read without the kernel's own folds.</summary>
internal sealed class EffectModel(ProposalId proposal, ProposalDrafted.EffectLine line, string? text)
{
    public ProposalId Proposal => proposal;

    public ProposalDrafted.EffectLine Line => line;

    /// <summary>The exact bytes; nothing where they are forgotten.</summary>
    public byte[]? Bytes { get; } = text is null ? null : Encoding.UTF8.GetBytes(text);

    public EffectJudged? Judged { get; set; }

    public List<EffectRequested> Requests { get; } = [];

    /// <summary>How often the operator said "send it again".</summary>
    public int SentAgain { get; set; }

    public bool IsSettled { get; set; }

    /// <summary>Whether a lost answer is being looked into.</summary>
    public bool IsInDoubt { get; set; }

    /// <summary>How often it was put off without a call.</summary>
    public int NotTried { get; set; }

    /// <summary>How often the outside proved that an attempt did not happen.</summary>
    public int Disproved { get; set; }

    /// <summary>How often it was really put off without a call.</summary>
    public int Skipped { get; set; }

    /// <summary>Done, failed, put off or unknown; nothing while no result is in the journal.</summary>
    public Outcome? Result { get; set; }

    /// <summary>How often the journal itself holds what the effect does: a note or a version of a Record.</summary>
    public int Written { get; set; }

    /// <summary>How many calls the outside got.</summary>
    public int Calls { get; set; }

    public bool IsInner => !line.Kind.Value.StartsWith("sim.", StringComparison.Ordinal);

    public bool IsKeyed => line.OutcomeClass is OutcomeClass.Keyed;
}
