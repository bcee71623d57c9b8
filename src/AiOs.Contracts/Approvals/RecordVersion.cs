using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Approvals;

/// <summary>One version of one Record.</summary>
/// <param name="Record">Which Record.</param>
/// <param name="Version">Its version.</param>
public sealed record RecordVersion(RecordId Record, long Version);
