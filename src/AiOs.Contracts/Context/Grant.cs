using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Records;

namespace AiOs.Contracts.Context;

/// <summary>
/// What an agent may see and propose. What it does not name is not there: Records are left out before the agent reads them, knowledge before
/// it is ranked, and a draft with an effect outside it is refused.
/// </summary>
public sealed record Grant
{
    /// <summary>Everything there is.</summary>
    public static Grant Everything { get; } = new();

    /// <summary>Which types of Records, such as <c>client</c>; null for every type, empty for none.</summary>
    public IReadOnlyList<string>? RecordTypes { get; init; }

    /// <summary>
    /// Of those, the types that are looked up beside the Records about the people in a message: what refers to one of them, and what the message names.
    /// Empty for none.
    /// </summary>
    public IReadOnlyList<string> Follows { get; init; } = [];

    /// <summary>Which kinds of knowledge; null for every kind, empty for none.</summary>
    public IReadOnlyList<KnowledgeKind>? KnowledgeKinds { get; init; }

    /// <summary>Whose words; null for everybody's, empty for nobody's.</summary>
    public IReadOnlyList<Provenance>? Provenances { get; init; }

    /// <summary>Which kinds of effects it may propose; null for every kind, empty for none.</summary>
    public IReadOnlyList<EffectKind>? EffectKinds { get; init; }

    /// <summary>Whether it may see Records of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Whether it may.</returns>
    public bool SeesRecords(string type) => RecordTypes?.Contains(type) != false;

    /// <summary>Whether it may see what the operator put right.</summary>
    /// <returns>Whether corrections are among the kinds, and the operator among the voices.</returns>
    public bool SeesLessons() => KnowledgeKinds?.Contains(KnowledgeKind.Correction) != false && Provenances?.Contains(Provenance.Operator) != false;

    /// <summary>Whether it may propose an effect.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Whether it may.</returns>
    public bool Proposes(EffectKind kind) => EffectKinds?.Contains(kind) != false;

    /// <summary>The Records that it may see, without the fields whose words it may not.</summary>
    /// <param name="records">Records.</param>
    /// <returns>What is left of them.</returns>
    public IReadOnlyList<RecordSnapshot> Cut(IEnumerable<RecordSnapshot> records) =>
    [
        .. records.Where(record => SeesRecords(record.Id.Type)).Select(record => Provenances is null
            ? record
            : record with { Fields = record.Fields.Where(field => Provenances.Contains(field.Value.Provenance)).ToDictionary(StringComparer.Ordinal) }),
    ];

    /// <summary>The filter that stands before any search in knowledge.</summary>
    /// <param name="now">The moment: what is no longer true by then is left out.</param>
    /// <returns>The filter.</returns>
    public KnowledgeFilter FilterAt(DateTimeOffset now) => new() { Kinds = KnowledgeKinds, Provenances = Provenances, ValidAt = now };
}
