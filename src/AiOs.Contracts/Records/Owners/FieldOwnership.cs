namespace AiOs.Contracts.Records.Owners;

/// <summary>Says which system owns a field. A connector registers one for each field that it keeps, as a service.</summary>
/// <param name="Type">The type of Record.</param>
/// <param name="Field">The field.</param>
/// <param name="Owner">Who owns it.</param>
public sealed record FieldOwnership(string Type, string Field, FieldOwner Owner);
