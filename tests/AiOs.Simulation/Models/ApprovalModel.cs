using AiOs.Contracts.Events;

namespace AiOs.Simulation.Models;

/// <summary>What the journal says of one approval.</summary>
internal sealed class ApprovalModel(ApprovalRequested asked)
{
    public ApprovalRequested Asked => asked;

    /// <summary>The first decision on it.</summary>
    public JournalEvent? Decision { get; set; }

    /// <summary>Whether a newer draft or an answer took its place.</summary>
    public bool IsSuperseded { get; set; }
}
