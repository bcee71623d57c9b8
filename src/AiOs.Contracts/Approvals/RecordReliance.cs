using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Approvals;

/// <summary>A value of a Record that a question relies on. Where it differs when the operator decides, the question is void.</summary>
/// <param name="Record">Which Record.</param>
/// <param name="Version">Its version when the question was asked.</param>
/// <param name="Field">Which field.</param>
/// <param name="Value">What it said.</param>
public sealed record RecordReliance(RecordId Record, long Version, string Field, string Value);
