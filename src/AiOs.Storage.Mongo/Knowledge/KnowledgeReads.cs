using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Mongo.Database;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Knowledge;

/// <summary>Reads pieces and vectors.</summary>
internal sealed class KnowledgeReads(MongoPlace place)
{
    private IMongoCollection<BsonDocument> Items => place.In(Collections.Knowledge);

    public Task<IReadOnlyList<KnowledgeItem>> FindAsync(IReadOnlyCollection<KnowledgeId> ids, CancellationToken cancellationToken) =>
        ItemsAsync(Items.Find(place.Mine(Named(ids))), cancellationToken);

    public async Task<IReadOnlyList<KnowledgeItem>> ListAsync(KnowledgeFilter filter, KnowledgeId? before, int count, CancellationToken cancellationToken)
    {
        var conditions = KnowledgeMatch.Of(place.Workspace, filter);
        if (before is { } last)
        {
            var found = await Items.Find(place.One(last.Value)).Project<BsonDocument>(new BsonDocument("position", 1)).FirstOrDefaultAsync(cancellationToken);
            if (found is null)
            {
                return [];
            }

            conditions.Add("$or", new BsonArray
            {
                new BsonDocument("position", new BsonDocument("$lt", found["position"])),
                new BsonDocument { { "position", found["position"] }, { "item", new BsonDocument("$gt", last.Value) } },
            });
        }

        return await ItemsAsync(Items.Find(conditions).Sort(new BsonDocument { { "position", -1 }, { "item", 1 } }).Limit(count), cancellationToken);
    }

    public async Task<IReadOnlyList<KnowledgeVector>> ReadVectorsAsync(string model, KnowledgeId? after, int count, CancellationToken cancellationToken)
    {
        var conditions = place.Mine(new BsonElement("models", model));
        conditions.Add("item", () => new BsonDocument("$gt", after!.Value.Value), after is not null);
        return await VectorsAsync(new VectorField(model), Items.Find(conditions).Sort(new BsonDocument("item", 1)).Limit(count), cancellationToken);
    }

    public Task<IReadOnlyList<KnowledgeVector>> FindVectorsAsync(string model, IReadOnlyCollection<KnowledgeId> ids, CancellationToken cancellationToken) =>
        VectorsAsync(new VectorField(model), Items.Find(place.Mine(new BsonElement("models", model), Named(ids))), cancellationToken);

    public Task<IReadOnlyList<KnowledgeItem>> ListWithoutVectorAsync(string model, int count, CancellationToken cancellationToken)
    {
        var without = place.Mine(new BsonElement("models", new BsonDocument("$ne", model)));
        return ItemsAsync(Items.Find(without).Sort(new BsonDocument { { "position", 1 }, { "item", 1 } }).Limit(count), cancellationToken);
    }

    private static BsonElement Named(IEnumerable<KnowledgeId> ids) =>
        new("item", new BsonDocument("$in", new BsonArray(ids.Select(id => id.Value).Distinct())));

    private static async Task<IReadOnlyList<KnowledgeVector>> VectorsAsync(VectorField field, IFindFluent<BsonDocument, BsonDocument> find, CancellationToken cancellationToken) =>
    [
        .. (await find.Project<BsonDocument>(new BsonDocument { { "item", 1 }, { field.Name, 1 } }).ToListAsync(cancellationToken)).Select(field.Read),
    ];

    private static async Task<IReadOnlyList<KnowledgeItem>> ItemsAsync(IFindFluent<BsonDocument, BsonDocument> find, CancellationToken cancellationToken) =>
        [.. (await find.Project(KnowledgeDocument.Columns).ToListAsync(cancellationToken)).Select(KnowledgeDocument.Read)];
}
