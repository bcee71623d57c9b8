namespace AiOs.Contracts.Knowledge;

/// <summary>What somebody wants to be reminded of.</summary>
public sealed record RecallQuery
{
    /// <summary>What it is about, in words: a message, a question, a title.</summary>
    public required string Words { get; init; }

    /// <summary>Which pieces may be found at all.</summary>
    public KnowledgeFilter Filter { get; init; } = KnowledgeFilter.All;

    /// <summary>Whom and what it is about; what is about the same is preferred, but nothing else is left out.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>The conversation it comes up in; its neighbours are preferred.</summary>
    public string? Neighbourhood { get; init; }

    /// <summary>When it is asked, UTC: what is newer counts for a little more.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>At most so many; 1 to 100.</summary>
    public int Count { get; init; } = 10;
}
