using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Forgetting;

/// <summary>Who is to be forgotten: found again after a crash from keyed hashes alone.</summary>
/// <param name="Forgetting">Names it.</param>
/// <param name="People">Keyed hashes of the addresses.</param>
/// <param name="Records">Records that were named.</param>
internal sealed record ForgetScope(string Forgetting, IReadOnlySet<string> People, IReadOnlyList<RecordId> Records);
