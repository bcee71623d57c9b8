using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;

namespace AiOs.Contracts.Context;

/// <summary>
/// What an agent may see and propose. What it does not name is not there: Records are left out before the agent reads them, knowledge before
/// it is ranked, and a draft with an effect outside it is refused.
/// </summary>
public sealed record Grant
{
    /// <summary>Which types of Records, such as <c>client</c>.</summary>
    public required IReadOnlyList<string> RecordTypes { get; init; }

    /// <summary>Which kinds of knowledge.</summary>
    public required IReadOnlyList<KnowledgeKind> KnowledgeKinds { get; init; }

    /// <summary>Whose words.</summary>
    public required IReadOnlyList<Provenance> Provenances { get; init; }

    /// <summary>Which kinds of effects it may propose.</summary>
    public required IReadOnlyList<EffectKind> EffectKinds { get; init; }

    /// <summary>The filter that stands before any search in knowledge.</summary>
    /// <param name="now">The moment: what is no longer true by then is left out.</param>
    /// <returns>The filter.</returns>
    public KnowledgeFilter FilterAt(DateTimeOffset now) => new() { Kinds = KnowledgeKinds, Provenances = Provenances, ValidAt = now };
}
