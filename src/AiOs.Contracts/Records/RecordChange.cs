using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Records;

/// <summary>What one version of a Record changed.</summary>
public sealed record RecordChange
{
    /// <summary>The version.</summary>
    public required long Version { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The effect that did it; the work item that proposed it names the same effect.</summary>
    public required EffectId Effect { get; init; }

    /// <summary>The connector that reported it: <c>connector:NAME</c>; <c>file</c> where it came with the program; nothing where an effect did it.</summary>
    public string? Source { get; init; }

    /// <summary>The fields that it wrote, each with where its value came from.</summary>
    public IReadOnlyDictionary<string, RecordField> Fields { get; init; } = new Dictionary<string, RecordField>();

    /// <summary>The fields that it took away.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>From when on it holds; nothing for "since it was recorded".</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when it holds, that moment not included; nothing for "until something else is said".</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>Why, where somebody said so.</summary>
    public string? Reason { get; init; }

    /// <summary>The Record that this one was merged into by this version.</summary>
    public RecordId? Into { get; init; }

    /// <summary>Whether this version took a merge back.</summary>
    public bool Apart { get; init; }

    /// <summary>True where its values were forgotten and cannot be read any more.</summary>
    public bool Forgotten { get; init; }

    /// <summary>From when on it holds.</summary>
    public DateTimeOffset From => ValidFrom ?? At;

    /// <summary>Tells whether it holds at a moment, as far as it says itself.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>Whether it does.</returns>
    public bool Covers(DateTimeOffset moment) => From <= moment && (ValidTo is not { } end || moment < end);
}
