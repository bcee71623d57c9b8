using AiOs.Contracts.Events;

namespace AiOs.Simulation.Models;

/// <summary>What the journal says of one approval.</summary>
internal sealed class ApprovalModel(ApprovalRequested asked)
{
    public ApprovalRequested Asked => asked;

    /// <summary>The first decision on it.</summary>
    public JournalEvent? Decision { get; set; }

    /// <summary>The first of two yeses.</summary>
    public ApprovalHalfGranted? Half { get; set; }

    /// <summary>Whether what it relied on had changed, also after a yes.</summary>
    public bool IsVoided { get; set; }

    /// <summary>The token that the next tap has to carry.</summary>
    public string? Nonce => Half is null ? asked.Personal?.Nonce : Half.Personal?.Nonce;

    /// <summary>Whether a newer draft or an answer took its place.</summary>
    public bool IsSuperseded { get; set; }
}
