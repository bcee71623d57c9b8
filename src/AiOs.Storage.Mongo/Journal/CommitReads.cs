using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Storage.Mongo.Database;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Journal;

/// <summary>Reads commits and what stands in them.</summary>
internal sealed class CommitReads(MongoPlace place, CommitAppender appender)
{
    private static readonly ProjectionDefinition<BsonDocument> Columns = Builders<BsonDocument>.Projection
        .Include("position").Include("stream").Include("version").Include("id").Include("dedupe").Include("hash").Include("bytes");

    public async Task<JournalHead> HeadAsync(CancellationToken cancellationToken)
    {
        await appender.SettleAsync();
        var last = await place.Commits.Find(place.Mine()).Sort(new BsonDocument("position", -1)).Limit(1)
            .Project<BsonDocument>(new BsonDocument { { "position", 1 }, { "hash", 1 } }).FirstOrDefaultAsync(cancellationToken);
        return last is null ? new JournalHead(0, Digest.Zero) : new JournalHead(last["position"].AsInt64, new Digest(last["hash"].AsString));
    }

    public async Task<StreamId?> FindDedupeAsync(string dedupe, CancellationToken cancellationToken)
    {
        await appender.SettleAsync();
        var found = await place.Commits.Find(place.Mine(new BsonElement("dedupe", dedupe))).Project<BsonDocument>(new BsonDocument("stream", 1)).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new StreamId(found["stream"].AsString);
    }

    public Task<IReadOnlyList<StoredCommit>> ReadStreamAsync(StreamId stream, CancellationToken cancellationToken) => GaplessAsync(
        place.Mine(new BsonElement("stream", stream.Value)), "version", 1, int.MaxValue, commit => commit.Version, number => $"version {number} of {stream}", cancellationToken);

    public Task<IReadOnlyList<StoredCommit>> ReadAsync(long from, int count, CancellationToken cancellationToken) => GaplessAsync(
        place.Mine(new BsonElement("position", new BsonDocument("$gte", from))), "position", Math.Max(1, from), count, commit => commit.Position, number => $"position {number}", cancellationToken);

    public async Task<StoredKey?> FindKeyAsync(StreamId stream, CancellationToken cancellationToken)
    {
        var filter = place.Mine(new BsonElement("stream", stream.Value), HasKey);
        var found = await place.Commits.Find(filter).Project<BsonDocument>(KeyColumns).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : KeyOf(found);
    }

    public async Task<IReadOnlyList<StoredKey>> ReadKeysAsync(StreamId? after, int count, CancellationToken cancellationToken)
    {
        var filter = place.Mine(HasKey);
        filter.Add("stream", () => new BsonDocument("$gt", after!.Value.Value), after is not null);
        var found = await place.Commits.Find(filter).Sort(new BsonDocument("stream", 1)).Limit(count).Project<BsonDocument>(KeyColumns).ToListAsync(cancellationToken);
        return [.. found.Select(KeyOf)];
    }

    /// <summary>Takes keys and links out of the commits that carry them. Doing it again changes nothing.</summary>
    /// <param name="streams">Whose.</param>
    /// <returns>When it is durable.</returns>
    public async Task DestroyKeysAsync(IReadOnlyList<StreamId> streams)
    {
        const int AtOnce = 500;
        foreach (var some in streams.Select(stream => stream.Value).Chunk(AtOnce))
        {
            var named = new BsonDocument("$in", new BsonArray(some));
            await place.Commits.UpdateManyAsync(
                place.Mine(new BsonElement("stream", named), HasKey),
                new BsonDocument("$unset", new BsonDocument("key", string.Empty)));
            await place.Commits.UpdateManyAsync(
                place.Mine(new BsonElement("links.stream", named), new BsonElement("links", new BsonDocument("$exists", true))),
                new BsonDocument("$pull", new BsonDocument("links", new BsonDocument("stream", named))));
        }
    }

    public async Task<IReadOnlyList<StreamId>> FindLinkedAsync(string person, string prefix, int count, CancellationToken cancellationToken)
    {
        var wanted = new BsonDocument { { "links.person", person } };
        wanted.Add("links.stream", () => new BsonDocument { { "$gte", prefix }, { "$lt", prefix + '\uffff' } }, prefix.Length > 0);
        var pipeline = new[]
        {
            new BsonDocument("$match", place.Mine(new BsonElement("links.person", person), new BsonElement("links", new BsonDocument("$exists", true)))),
            new BsonDocument("$project", new BsonDocument { { "position", 1 }, { "links", 1 } }),
            new BsonDocument("$unwind", "$links"),
            new BsonDocument("$match", wanted),
            new BsonDocument("$group", new BsonDocument { { "_id", "$links.stream" }, { "since", new BsonDocument("$min", "$position") } }),
            new BsonDocument("$sort", new BsonDocument { { "since", -1 }, { "_id", -1 } }),
            new BsonDocument("$limit", (long)Math.Max(1, count)),
        };
        var found = await place.Commits.Aggregate<BsonDocument>(pipeline, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        return [.. found.Take(count).Select(row => new StreamId(row["_id"].AsString))];
    }

    private static BsonElement HasKey => new("key", new BsonDocument("$exists", true));

    private static BsonDocument KeyColumns => new() { { "stream", 1 }, { "key", 1 } };

    private static StoredKey KeyOf(BsonDocument document) => new(new StreamId(document["stream"].AsString), document["key"].AsByteArray);

    /// <summary>
    /// Reads a stretch that must have no gap. One that shows while another host writes is read again after everything written is with the majority;
    /// one that stays is damage.
    /// </summary>
    private async Task<IReadOnlyList<StoredCommit>> GaplessAsync(
        BsonDocument filter, string by, long first, int count, Func<StoredCommit, long> number, Func<long, string> name, CancellationToken cancellationToken)
    {
        await appender.SettleAsync();
        for (var attempt = 0; ; attempt++)
        {
            var documents = await place.Commits.Find(filter).Sort(new BsonDocument(by, 1)).Limit(count).Project<BsonDocument>(Columns).ToListAsync(cancellationToken);
            StoredCommit[] commits = [.. documents.Select(CommitDocument.Read)];
            var whole = commits.TakeWhile((commit, index) => number(commit) == first + index).Count();
            if (whole == commits.Length)
            {
                return commits;
            }

            if (attempt > 0)
            {
                throw new AiOsException($"The journal in MongoDB is damaged, {name(first + whole)} is missing; put a backup in its place.");
            }

            await place.BarrierAsync();
        }
    }
}
