using AiOs.Contracts.Journal;
using AiOs.Storage.Mongo.Database;
using Microsoft.Extensions.Logging;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Rows;

/// <summary>
/// Keeps the projections up with the commits, which carry their rows. Whoever finds them behind catches up: after an append, and before rows are
/// read. Two hosts may do so at once, since a row never gives way to an older one.
/// </summary>
internal sealed partial class RowKeeper(MongoPlace place, ILogger<RowKeeper> logger)
{
    private const string Name = "projections";
    private const int PageSize = 500;

    private static readonly ProjectionDefinition<BsonDocument> PositionAndRows =
        Builders<BsonDocument>.Projection.Include("position").Include("rows");

    private readonly RowWriter _writer = new(place);
    private readonly Lock _gate = new();
    private RowPlace _known;

    /// <summary>Writes the rows of commits that were just stored. A fault is no fault of the append: the commits are there, and the next read catches up.</summary>
    /// <param name="entries">The commits.</param>
    /// <returns>When it was tried.</returns>
    public async Task FollowAsync(IReadOnlyList<JournalEntry> entries)
    {
        try
        {
            var known = Known();
            if (known.Generation > 0 && known.Position == entries[0].Commit.Position - 1)
            {
                await ApplyAsync(known, [.. entries.Select(entry => (entry.Commit.Position, RowDocuments.Of(entry.Projections)))]);
            }
            else
            {
                await CatchUpAsync(CancellationToken.None);
            }
        }
        catch (Exception fault) when (MongoFault.IsOurs(fault))
        {
            LogBehind(logger, entries[^1].Commit.Position, fault.GetType().Name);
        }
    }

    /// <summary>Writes what is missing.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Which rows hold now.</returns>
    public async Task<RowPlace> CatchUpAsync(CancellationToken cancellationToken)
    {
        // What this process knows may be long behind where other hosts wrote the rows meanwhile.
        var reached = Remember(await StoredAsync(cancellationToken));
        while (true)
        {
            var page = await NextAsync(reached.Position, cancellationToken);
            if (page.Count == 0)
            {
                return reached;
            }

            reached = await ApplyAsync(reached, page);
        }
    }

    /// <summary>Puts another set of rows in the place of the whole one. Until the last step the old set holds.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="head">Where the journal ends.</param>
    /// <returns>When the new set holds.</returns>
    public async Task ReplaceAsync(Projections rows, long head)
    {
        var old = await StoredAsync(CancellationToken.None);
        var next = new RowPlace(old.Generation + 1, Math.Min(rows.Ledger?.Position ?? head, head));
        await RemoveAsync(generation => new BsonDocument("$gt", generation), old.Generation);
        await _writer.WriteAsync([(next.Position, RowDocuments.Of(rows))], next.Generation);
        var holds = new BsonDocument("$set", new BsonDocument { { "generation", next.Generation }, { "position", next.Position } });
        var changed = await place.State.UpdateOneAsync(place.One(Name).Add("generation", old.Generation), holds);
        if (changed.MatchedCount == 0)
        {
            throw new Contracts.AiOsException("Another host rebuilt the projections at the same time; try again.") { IsTransient = true };
        }

        Remember(next);
        await RemoveAsync(generation => new BsonDocument("$lt", generation), next.Generation);
        await CatchUpAsync(CancellationToken.None);
    }

    /// <summary>Which rows hold, as the store has it.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The set and its position.</returns>
    public async Task<RowPlace> StoredAsync(CancellationToken cancellationToken)
    {
        var state = await place.State.Find(place.One(Name)).FirstAsync(cancellationToken);
        return new RowPlace(state["generation"].ToInt64(), state["position"].ToInt64());
    }

    private async Task<RowPlace> ApplyAsync(RowPlace start, IReadOnlyList<(long Position, BsonDocument Rows)> commits)
    {
        await _writer.WriteAsync(commits, start.Generation);
        var reached = start with { Position = commits[^1].Position };
        var moved = await place.State.UpdateOneAsync(
            place.One(Name).Add("generation", start.Generation),
            new BsonDocument("$max", new BsonDocument("position", reached.Position)));

        // Rows that were written into a set that holds no more are never read; what holds now is caught up from where it stands.
        return moved.MatchedCount > 0 ? Remember(reached) : Remember(await StoredAsync(CancellationToken.None));
    }

    /// <summary>The commits after a position, as far as there is no gap: one may still be on its way to the majority.</summary>
    private async Task<List<(long Position, BsonDocument Rows)>> NextAsync(long position, CancellationToken cancellationToken)
    {
        var documents = await place.Commits.Find(place.Mine(new BsonElement("position", new BsonDocument("$gt", position))))
            .Sort(new BsonDocument("position", 1)).Limit(PageSize).Project(PositionAndRows).ToListAsync(cancellationToken);
        return [.. documents
            .TakeWhile((document, index) => document["position"].AsInt64 == position + index + 1)
            .Select(document => (document["position"].AsInt64, document.GetValue("rows", new BsonDocument()).AsBsonDocument))];
    }

    private Task<DeleteResult[]> RemoveAsync(Func<long, BsonDocument> which, long generation) => Task.WhenAll(RowDocuments.Kinds.Select(kind =>
        place.In(kind).DeleteManyAsync(place.Mine(new BsonElement("generation", which(generation))))));

    private RowPlace Known()
    {
        lock (_gate)
        {
            return _known;
        }
    }

    private RowPlace Remember(RowPlace reached)
    {
        lock (_gate)
        {
            if (reached.Generation > _known.Generation || (reached.Generation == _known.Generation && reached.Position > _known.Position))
            {
                _known = reached;
            }
        }

        return reached;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The projections are behind position {Position} ({Fault}); the next read catches up.")]
    private static partial void LogBehind(ILogger logger, long position, string fault);
}
