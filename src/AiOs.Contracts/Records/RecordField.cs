using AiOs.Contracts.Approvals;

namespace AiOs.Contracts.Records;

/// <summary>One field of a Record.</summary>
/// <param name="Value">The value as text, in the one form that its name fixes (dates ISO 8601, money as <c>1200.50 EUR</c>).</param>
/// <param name="Provenance">Where it came from. External survives storage: only the operator removes it, per value.</param>
public sealed record RecordField(string Value, Provenance Provenance);
