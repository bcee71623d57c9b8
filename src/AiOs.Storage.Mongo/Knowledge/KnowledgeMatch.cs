using AiOs.Contracts.Knowledge;
using MongoDB.Bson;

namespace AiOs.Storage.Mongo.Knowledge;

/// <summary>A filter as conditions on documents: the same as <see cref="KnowledgeFilter.Allows"/> says.</summary>
internal static class KnowledgeMatch
{
    /// <summary>Whether nothing at all can pass.</summary>
    /// <param name="filter">The filter.</param>
    /// <returns>Whether.</returns>
    public static bool IsEmpty(KnowledgeFilter filter) => filter is { Kinds.Count: 0 } or { Subjects.Count: 0 } or { Provenances.Count: 0 };

    /// <summary>The conditions.</summary>
    /// <param name="workspace">Whose memory.</param>
    /// <param name="filter">The filter.</param>
    /// <returns>One condition for each field, the workspace first.</returns>
    public static BsonDocument Of(string workspace, KnowledgeFilter filter)
    {
        var conditions = new BsonDocument("workspace", workspace);
        conditions.Add("superseded", false, !filter.History);
        conditions.Add("kind", () => In(filter.Kinds!.Select(kind => kind.ToString())), filter.Kinds is not null);
        conditions.Add("provenance", () => In(filter.Provenances!.Select(provenance => provenance.ToString())), filter.Provenances is not null);
        conditions.Add("subjects", () => In(filter.Subjects!), filter.Subjects is not null);
        if (filter.ValidAt is { } at)
        {
            conditions.Add("validFrom", new BsonDocument("$lte", at.UtcTicks));
            conditions.Add("validTo", new BsonDocument("$gt", at.UtcTicks));
        }

        return conditions;
    }

    private static BsonDocument In(IEnumerable<string> values) => new("$in", new BsonArray(values.Distinct()));
}
