using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Records.Owners;

/// <summary>What an outside system says of one Record: a change that its connector read and normalised.</summary>
public sealed record RecordReport
{
    /// <summary>The connector's name, as its <see cref="FieldOwnership"/> has it.</summary>
    public required string Connector { get; init; }

    /// <summary>Names the change at the outside system. The same one is taken once, however often it is reported.</summary>
    public required string Change { get; init; }

    /// <summary>Which Record.</summary>
    public required RecordId Record { get; init; }

    /// <summary>What it says, by field, each in the form that the field's type fixes.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>The mail addresses of the people it is about.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>From when on it holds, where the system knows.</summary>
    public DateTimeOffset? ValidFrom { get; init; }
}
