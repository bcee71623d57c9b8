using AiOs.Contracts;
using AiOs.Contracts.Journal;
using AiOs.Storage.Mongo.Database;
using AiOs.Storage.Mongo.Rows;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Journal;

/// <summary>Stores commits in order, one document each. The unique keys decide between hosts; a fault in the middle leaves the first ones.</summary>
internal sealed class CommitAppender(MongoPlace place, RowKeeper rows)
{
    private volatile bool _isInDoubt;

    public async Task AppendAsync(JournalBatch batch)
    {
        if (batch.Entries.Count == 0)
        {
            return;
        }

        CheckOrder(batch.Commits);
        await CheckBeforeAsync(batch.Commits[0].Position);
        try
        {
            await place.Commits.InsertManyAsync(batch.Entries.Select(entry => CommitDocument.Of(place.Workspace, entry)), new InsertManyOptions { IsOrdered = true });
        }
        catch (MongoBulkWriteException fault) when (fault.WriteErrors.Any(error => error.Code == MongoFault.DuplicateKey))
        {
            await ExplainAsync(batch.Commits);
        }
        catch (Exception fault) when (MongoFault.IsOurs(fault))
        {
            _isInDoubt = true;
            throw;
        }

        await rows.FollowAsync(batch.Entries);
    }

    /// <summary>
    /// After a write of which nobody knows how it ended, a read waits until the majority has all that the primary took: what is there is then seen.
    /// </summary>
    /// <returns>When what is there can be read.</returns>
    public async Task SettleAsync()
    {
        if (_isInDoubt)
        {
            await place.BarrierAsync();
            _isInDoubt = false;
        }
    }

    private static void CheckOrder(IReadOnlyList<StoredCommit> commits)
    {
        for (var index = 1; index < commits.Count; index++)
        {
            if (commits[index].Position != commits[0].Position + index)
            {
                throw new AiOsException($"Position {commits[index].Position} does not follow on {commits[index - 1].Position}; nothing of the batch was kept.");
            }
        }
    }

    private async Task CheckBeforeAsync(long first)
    {
        if (first < 1)
        {
            throw new AiOsException($"Position {first} is none; the first one is 1.");
        }

        if (first > 1 && !await place.Commits.Find(place.Mine(new BsonElement("position", first - 1))).Project(new BsonDocument("position", 1)).AnyAsync())
        {
            throw new AiOsException($"Position {first} leaves a gap in the journal; put the newest backup of the database back.");
        }
    }

    /// <summary>A key was taken. Returns where the commits that are there are these very ones, their first reply having been lost.</summary>
    private async Task ExplainAsync(IReadOnlyList<StoredCommit> commits)
    {
        await place.BarrierAsync();
        var stored = await StoredAsync(commits[0].Position, commits[^1].Position);
        if (commits.Any(commit => stored.TryGetValue(commit.Position, out var there) && there != Mark(commit)))
        {
            throw new PositionTakenException($"Another host wrote to position {commits[0].Position} of the journal, or right after it, first.");
        }

        if (stored.Count < commits.Count)
        {
            throw new AiOsException($"Commit {commits[stored.Count].Position} repeats an id, a stream's version, a key or a dedupe hash that the journal already holds; it was not kept, nor was what came after it.");
        }
    }

    private async Task<Dictionary<long, (string Id, string Hash)>> StoredAsync(long first, long last)
    {
        var range = new BsonDocument { { "$gte", first }, { "$lte", last } };
        var fields = new BsonDocument { { "position", 1 }, { "id", 1 }, { "hash", 1 } };
        var documents = await place.Commits.Find(place.Mine(new BsonElement("position", range))).Project<BsonDocument>(fields).ToListAsync();
        return documents.ToDictionary(document => document["position"].AsInt64, document => (document["id"].AsString, document["hash"].AsString));
    }

    private static (string Id, string Hash) Mark(StoredCommit commit) => (commit.Id.ToString(), commit.Hash.Hex);
}
