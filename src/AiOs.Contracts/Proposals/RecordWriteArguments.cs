using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;

namespace AiOs.Contracts.Proposals;

/// <summary>The arguments of <c>record.write</c>: one new version of one Record.</summary>
public sealed record RecordWriteArguments
{
    /// <summary>Which Record.</summary>
    public required RecordId Record { get; init; }

    /// <summary>The version this one follows; 0 for a new Record. A Record that moved on is not written over.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>The fields that change. A field that is not named stays as it is.</summary>
    public required IReadOnlyDictionary<string, RecordField> Fields { get; init; }

    /// <summary>The fields that are taken away.</summary>
    public IReadOnlyList<string>? Removed { get; init; }

    /// <summary>From when on it holds; nothing for "as soon as it is recorded". May lie before or after that.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when it holds, that moment not included; nothing for "until something else is said".</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>Why it changes, in one sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>The mail addresses of the people it is about, so that it is found by them and forgotten with them.</summary>
    public IReadOnlyList<string> People { get; init; } = [];
}
