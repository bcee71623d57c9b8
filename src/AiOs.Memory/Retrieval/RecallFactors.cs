using AiOs.Contracts.Approvals;
using AiOs.Contracts.Knowledge;

namespace AiOs.Memory.Retrieval;

/// <summary>
/// What counts beside the words. Each factor has a bound, and all together never double a score, so that what fits is never pushed out by what
/// is only new or near. New: up to 1.15, half of that bonus gone after 90 days. Whose word: the operator's 1.15, a Record's 1.1, ours 1,
/// somebody's outside 0.95. About the same: 1.25. Of the same conversation: 1.15; of a conversation that came up twice: 1.05.
/// </summary>
internal static class RecallFactors
{
    private const double HalfLifeDays = 90;
    private const double NewBonus = 0.15;
    private const double SameSubject = 1.25;
    private const double SameNeighbourhood = 1.15;
    private const double Neighbours = 1.05;

    /// <summary>The product of all factors.</summary>
    /// <param name="item">The piece.</param>
    /// <param name="query">The query.</param>
    /// <param name="hasNeighbour">Whether another piece of its conversation came up too.</param>
    /// <returns>From 0.95 to 1.91.</returns>
    public static double Of(KnowledgeItem item, RecallQuery query, bool hasNeighbour) =>
        Recency(query.Now - item.At) * Authority(item.Provenance) * Subjects(item, query) * Conversation(item, query, hasNeighbour);

    private static double Recency(TimeSpan age) => 1 + (NewBonus * Math.Pow(2, -Math.Max(0, age.TotalDays) / HalfLifeDays));

    private static double Authority(Provenance provenance) => provenance switch
    {
        Provenance.Operator => 1.15,
        Provenance.Record => 1.1,
        Provenance.Model => 1,
        Provenance.External => 0.95,
        _ => 0.95,
    };

    private static double Subjects(KnowledgeItem item, RecallQuery query) =>
        query.Subjects.Any(subject => item.Subjects.Contains(subject)) ? SameSubject : 1;

    private static double Conversation(KnowledgeItem item, RecallQuery query, bool hasNeighbour) =>
        item.Neighbourhood is null ? 1
        : item.Neighbourhood == query.Neighbourhood ? SameNeighbourhood
        : hasNeighbour ? Neighbours
        : 1;
}
