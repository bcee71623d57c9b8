using AiOs.Contracts.Records;

namespace AiOs.Kernel.WorkItems;

/// <summary>What has to be read before an agent can draft. Without it the pure steps stop before Draft.</summary>
/// <param name="Facts">What Records know about the people in the message.</param>
internal sealed record DraftContext(IReadOnlyList<RecordSnapshot> Facts);
