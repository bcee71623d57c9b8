namespace AiOs.Contracts.Records;

/// <summary>What one field said, from when until when, and who says so.</summary>
/// <param name="Field">The value with where it came from; nothing where the field was taken away.</param>
/// <param name="From">From when on it held.</param>
/// <param name="To">Until when; nothing while it holds.</param>
/// <param name="Version">The version of the Record that said so.</param>
/// <param name="SupersededBy">The later version that says something else for all of that time; nothing where part of the time is left.</param>
/// <param name="Reason">Why it was said.</param>
/// <param name="Source">Who said it: <c>effect ID</c>, or <c>connector:NAME</c>.</param>
public sealed record FieldFact(RecordField? Field, DateTimeOffset From, DateTimeOffset? To, long Version, long? SupersededBy, string? Reason, string Source);
