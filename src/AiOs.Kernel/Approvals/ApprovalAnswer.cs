using AiOs.Contracts.Events;

namespace AiOs.Kernel.Approvals;

/// <summary>What a tap comes to.</summary>
internal abstract record ApprovalAnswer
{
    private ApprovalAnswer()
    {
    }

    /// <summary>It decides.</summary>
    /// <param name="Events">What is to be recorded.</param>
    public sealed record Decided(IReadOnlyList<JournalEvent> Events) : ApprovalAnswer;

    /// <summary>It decides nothing.</summary>
    /// <param name="Sentence">How things stand.</param>
    public sealed record Told(string Sentence) : ApprovalAnswer;
}
