using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Research.Answers;

/// <summary>Words that answer, with where they stand.</summary>
/// <param name="Words">The quotation.</param>
/// <param name="Where">Where it stands, for people: <c>client/berg, version 3</c>.</param>
/// <param name="Evidence">The same as evidence.</param>
/// <param name="Score">How well it answers; comparable within one question.</param>
internal sealed record Passage(string Words, string Where, Evidence Evidence, double Score);
