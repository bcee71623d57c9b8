using AiOs.Contracts.Approvals;

namespace AiOs.Contracts.Knowledge;

/// <summary>
/// Which pieces may be found at all. It stands before any ranking: what a Grant does not allow is never scored, so it pushes nothing out of
/// the answer and leaves no trace in it.
/// </summary>
public sealed record KnowledgeFilter
{
    /// <summary>Everything that counts at present.</summary>
    public static KnowledgeFilter All { get; } = new();

    /// <summary>Only these kinds; empty for nothing at all, null for every kind.</summary>
    public IReadOnlyList<KnowledgeKind>? Kinds { get; init; }

    /// <summary>Only what is about one of these subjects; empty for nothing at all, null for every subject.</summary>
    public IReadOnlyList<string>? Subjects { get; init; }

    /// <summary>Only words of these; empty for nothing at all, null for everybody's.</summary>
    public IReadOnlyList<Provenance>? Provenances { get; init; }

    /// <summary>Only what is true at this moment, as far as is known; null for whatever was ever true.</summary>
    public DateTimeOffset? ValidAt { get; init; }

    /// <summary>Also what something else took the place of.</summary>
    public bool History { get; init; }

    /// <summary>Whether a piece may be found.</summary>
    /// <param name="item">The piece.</param>
    /// <returns>Whether it passes every condition; every store answers as this does.</returns>
    public bool Allows(KnowledgeItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return (History || item.SupersededBy is null)
            && Kinds?.Contains(item.Kind) != false
            && Provenances?.Contains(item.Provenance) != false
            && Subjects?.Any(subject => item.Subjects.Contains(subject)) != false
            && (ValidAt is not { } at || ((item.ValidFrom is not { } from || from <= at) && (item.ValidTo is not { } to || at < to)));
    }
}
