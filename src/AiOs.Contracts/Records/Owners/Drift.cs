using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Records.Owners;

/// <summary>An outside system and a Record say different things, and the Record does not take the other value over by itself.</summary>
/// <param name="Connector">Which system.</param>
/// <param name="Record">Which Record.</param>
/// <param name="Field">Which field.</param>
/// <param name="Version">The Record's version that was looked at; 0 where there is no such Record.</param>
/// <param name="Ours">What the Record says; nothing where it has no such field.</param>
/// <param name="Theirs">What the system says, in the form that the field's type fixes.</param>
public sealed record Drift(string Connector, RecordId Record, string Field, long Version, string? Ours, string Theirs);
