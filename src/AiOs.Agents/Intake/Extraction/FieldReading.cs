using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake.Extraction;

/// <summary>What was found in a message.</summary>
/// <param name="Fields">The values, in the order they stand in it; those of its header first.</param>
/// <param name="Notices">What is odd about them, one short clause each.</param>
internal sealed record FieldReading(IReadOnlyList<ExtractedField> Fields, IReadOnlyList<string> Notices)
{
    public bool Has(FieldName name) => Fields.Any(field => field.Name == name);
}
