using AiOs.Testing.Mongo.Commands.Admin;
using AiOs.Testing.Mongo.Commands.Reads;
using AiOs.Testing.Mongo.Commands.Writes;
using AiOs.Testing.Mongo.Search;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands;

/// <summary>Finds the command and runs it. A field or a command that it does not know is refused, never passed over.</summary>
internal static class CommandTable
{
    private static readonly string[] EverywhereFields =
    [
        "$db", "lsid", "txnNumber", "$clusterTime", "$readPreference", "readConcern", "writeConcern", "maxTimeMS", "comment", "let", "stmtId", "stmtIds",
        "apiVersion", "apiStrict", "apiDeprecationErrors", "startTransaction", "autocommit",
    ];

    private static readonly string[] Unserved =
    [
        "bulkWrite", "explain", "collMod", "renameCollection", "validate", "mapReduce", "compact", "serverStatus", "dbStats", "hostInfo", "profile",
        "setParameter", "currentOp", "killOp", "replSetGetStatus", "createUser", "usersInfo", "fsync", "whatsmyuri", "top", "listCommands",
    ];

    private static readonly Dictionary<string, CommandSpec> Known = new[]
    {
        ServerCommands.All, ReadCommands.All, AggregateCommands.All, WriteCommands.All, FindAndModifyCommand.All, CollectionCommands.All, IndexCommands.All,
        SearchIndexCommands.All, AuthCommands.All,
    }.SelectMany(part => part).ToDictionary(pair => pair.Key, pair => pair.Value);

    public static BsonDocument Run(CommandCall call)
    {
        try
        {
            var spec = Known.GetValueOrDefault(call.Name) ?? throw Unknown(call);
            if (!spec.IsOpen && call.State.Options.User is not null && !call.Connection.IsAuthenticated)
            {
                throw new MongoFault(13, $"Command {call.Name} requires authentication");
            }

            Check(call, spec);
            lock (call.State.Gate)
            {
                return spec.Run(call);
            }
        }
        catch (MongoFault fault) when (!fault.Loud)
        {
            return fault.ToReply();
        }
    }

    private static MongoFault Unknown(CommandCall call) =>
        Unserved.Contains(call.Name) && (call.Name != "bulkWrite" || call.State.Options.Release >= 8)
            ? MongoFault.NotServed($"the command {call.Name}")
            : new MongoFault(59, $"no such command: '{call.Name}'");

    private static void Check(CommandCall call, CommandSpec spec)
    {
        if (!spec.TakesAny && call.Body.Names.Skip(1).FirstOrDefault(name => !EverywhereFields.Contains(name) && !spec.Fields.Contains(name)) is { } odd)
        {
            throw new MongoFault(40415, $"BSON field '{call.Name}.{odd}' is an unknown field.");
        }

        RefuseTransactions(call);
        if (call.Body.GetValue("collation", BsonNull.Value) is BsonDocument collation && collation.GetValue("locale", "simple") != "simple")
        {
            throw MongoFault.NotServed("collations other than simple");
        }

        var wanted = call.Body.GetValue("writeConcern", BsonNull.Value) is BsonDocument concern ? concern.GetValue("w", 1) : 1;
        if (MongoNumber.Is(wanted) && wanted.ToInt32() > 1 && call.State.Options.ReplicaSet is null)
        {
            throw MongoFault.BadValue("cannot use 'w' > 1 when a host is not replicated");
        }
    }

    private static void RefuseTransactions(CommandCall call)
    {
        var alone = call.State.Options.ReplicaSet is null;
        if (call.Body.Contains("startTransaction") || call.Body.Contains("autocommit"))
        {
            throw new MongoFault(20, alone
                ? "Transaction numbers are only allowed on a replica set member or mongos"
                : "a multi-document transaction: nothing here may use one")
            {
                Loud = !alone,
            };
        }

        if (alone && call.Body.Contains("txnNumber"))
        {
            throw new MongoFault(20, "Transaction numbers are only allowed on a replica set member or mongos");
        }
    }
}
