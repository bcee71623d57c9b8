using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Knowledge;

/// <summary>
/// One piece of retrievable memory: approximate by nature, never authoritative. It is worked out of the journal and can be worked out again;
/// stores keep it so that it can be searched, in clear, so it is taken away when its source is forgotten.
/// </summary>
public sealed record KnowledgeItem
{
    /// <summary>Names it.</summary>
    public required KnowledgeId Id { get; init; }

    /// <summary>What it is.</summary>
    public required KnowledgeKind Kind { get; init; }

    /// <summary>What it is about, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What it says; at most 64 KiB of UTF-8 are searched.</summary>
    public required string Text { get; init; }

    /// <summary>The stream it was learned from. Who forgets the stream takes this away too.</summary>
    public required StreamId Source { get; init; }

    /// <summary>The position of the commit it was learned from.</summary>
    public required long Position { get; init; }

    /// <summary>When it was learned, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whose word it is. External stays External for ever.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Whom and what it is about: keyed hashes of addresses (<c>person/HASH</c>) and Records (<c>record/TYPE/ID</c>).</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>The conversation it belongs to: the work item, or the thread; neighbours in it speak for each other.</summary>
    public string? Neighbourhood { get; init; }

    /// <summary>From when on it is true, where that is known.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when it is true (that moment excluded), where that is known.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>What took its place, where something did. It is found no more unless history is asked for.</summary>
    public KnowledgeId? SupersededBy { get; init; }
}
