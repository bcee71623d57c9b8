using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Journal;

/// <summary>Lists a Record; its values are folded from its stream.</summary>
/// <param name="Id">Which Record.</param>
/// <param name="Version">Its version.</param>
public sealed record RecordRow(RecordId Id, long Version);
