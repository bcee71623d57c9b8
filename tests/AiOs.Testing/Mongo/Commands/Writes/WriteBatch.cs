using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands.Writes;

/// <summary>Runs the statements of a write, one after the other, and what was done before by the same retryable write not again.</summary>
internal static class WriteBatch
{
    public static BsonDocument Run(CommandCall call, string field, Func<BsonDocument, StatementResult> run, bool isUpdate)
    {
        var statements = call.Need(field).AsBsonArray;
        if (statements.Count is 0 or > 100_000)
        {
            throw new MongoFault(16, $"Write batch sizes must be between 1 and 100000. Got {statements.Count} operations.");
        }

        var tally = new WriteTally(isUpdate);
        var record = call.State.Retries.For(call.Body);
        var ordered = call.Flag("ordered", otherwise: true);
        for (var at = 0; at < Math.Min(statements.Count, call.StopAfter); at++)
        {
            var id = StatementId(call.Body, at);
            if (record?.Done.GetValueOrDefault(id) is { } done)
            {
                tally.Add(at, StatementResult.FromRecord(done));
                tally.Retried.Add(id);
            }
            else if (Try(tally, at, () => run(statements[at].AsBsonDocument)) is { } result)
            {
                record?.Done.Add(id, result.ToRecord());
            }
            else if (ordered)
            {
                break;
            }
        }

        return tally.ToReply();
    }

    private static StatementResult? Try(WriteTally tally, int at, Func<StatementResult> run)
    {
        try
        {
            var result = run();
            tally.Add(at, result);
            return result;
        }
        catch (MongoFault fault)
        {
            tally.Errors.Add(fault.ToWriteError(at));
            return null;
        }
    }

    private static int StatementId(BsonDocument body, int at) => body.TryGetValue("stmtIds", out var ids)
        ? ids[at].ToInt32()
        : body.GetValue("stmtId", 0).ToInt32() + at;
}
