using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Approvals;

/// <summary>A sensitive value with where the kernel found it: the best of all places where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Which argument holds it.</param>
/// <param name="Value">The value in the form in which it is compared.</param>
/// <param name="Provenance">Where it came from.</param>
/// <param name="Place">Where it stands, in a few words: <c>the sender</c>, <c>the mail's text</c>, <c>your words</c>, <c>client/berg</c>.</param>
/// <param name="Record">The Record that holds it, where it is one.</param>
/// <param name="Version">The Record's version when it was looked up.</param>
/// <param name="Field">The Record's field that holds it.</param>
public sealed record GroundedValue(SensitiveKind Kind, string Name, string Value, Provenance Provenance, string Place, RecordId? Record = null, long? Version = null, string? Field = null);
