using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Records;

/// <summary>One version of one Record.</summary>
/// <param name="Id">Which Record.</param>
/// <param name="Version">1 for the first version, gapless.</param>
/// <param name="Fields">Its fields by name.</param>
public sealed record RecordSnapshot(RecordId Id, long Version, IReadOnlyDictionary<string, RecordField> Fields);
