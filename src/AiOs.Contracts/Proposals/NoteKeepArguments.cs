using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;

namespace AiOs.Contracts.Proposals;

/// <summary>The arguments of <c>note.keep</c>.</summary>
/// <param name="Title">What the note is about, in a few words.</param>
/// <param name="Text">The note.</param>
/// <param name="People">The mail addresses of the people it is about.</param>
public sealed record NoteKeepArguments(string Title, string Text, IReadOnlyList<string> People)
{
    /// <summary>What the note is; nothing stands for a plain note.</summary>
    public KnowledgeKind? Kind { get; init; }

    /// <summary>The Records it is about, as <c>TYPE/ID</c>.</summary>
    public IReadOnlyList<RecordId>? Records { get; init; }

    /// <summary>From when on it is true, where that is known.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when it is true, where that is known.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>The note whose place it takes.</summary>
    public KnowledgeId? Supersedes { get; init; }
}
