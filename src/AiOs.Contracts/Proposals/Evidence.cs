using AiOs.Contracts.Approvals;

namespace AiOs.Contracts.Proposals;

/// <summary>What a proposal rests on.</summary>
/// <param name="Source">Where it stands: <c>message</c>, or <c>record TYPE/ID</c>.</param>
/// <param name="Version">The Record's version, where it is one.</param>
/// <param name="Quote">The words or the value relied on.</param>
/// <param name="Provenance">Where the value came from.</param>
public sealed record Evidence(string Source, long? Version, string Quote, Provenance Provenance);
