using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;

namespace AiOs.Memory.Knowledge;

/// <summary>What one event teaches.</summary>
internal abstract record Lesson
{
    private Lesson()
    {
    }

    /// <summary>A piece to keep.</summary>
    /// <param name="Item">The piece.</param>
    public sealed record Keep(KnowledgeItem Item) : Lesson;

    /// <summary>A piece took the place of another.</summary>
    /// <param name="Earlier">The other.</param>
    /// <param name="By">The piece.</param>
    /// <param name="From">Since when the other is not true any more.</param>
    public sealed record Supersede(KnowledgeId Earlier, KnowledgeId By, DateTimeOffset From) : Lesson;

    /// <summary>A piece no longer counts; what it took the place of counts again.</summary>
    /// <param name="Note">The piece.</param>
    /// <param name="Restored">What it had taken the place of.</param>
    public sealed record Withdraw(KnowledgeId Note, KnowledgeId? Restored) : Lesson;
}
