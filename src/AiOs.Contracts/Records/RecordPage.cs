using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Records;

/// <summary>Some Records of one type, by key in ordinal order.</summary>
/// <param name="Records">The Records as they hold now.</param>
/// <param name="Next">After which Record the next page begins; nothing where this is the last one.</param>
public sealed record RecordPage(IReadOnlyList<RecordSnapshot> Records, RecordId? Next);
