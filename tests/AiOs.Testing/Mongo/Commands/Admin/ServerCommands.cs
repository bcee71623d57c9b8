using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands.Admin;

/// <summary>What a driver asks of the server itself.</summary>
internal static class ServerCommands
{
    public const int MaxDocument = 16 * 1024 * 1024;

    public static IReadOnlyDictionary<string, CommandSpec> All { get; } = new Dictionary<string, CommandSpec>
    {
        ["hello"] = new([], call => Hello(call, legacy: false)) { IsOpen = true, TakesAny = true },
        ["isMaster"] = new([], call => Hello(call, legacy: true)) { IsOpen = true, TakesAny = true },
        ["ismaster"] = new([], call => Hello(call, legacy: true)) { IsOpen = true, TakesAny = true },
        ["ping"] = new([], _ => Ok()) { IsOpen = true },
        ["buildInfo"] = new([], BuildInfo) { IsOpen = true },
        ["buildinfo"] = new([], BuildInfo) { IsOpen = true },
        ["endSessions"] = CommandSpec.Of(_ => Ok()),
        ["refreshSessions"] = CommandSpec.Of(_ => Ok()),
        ["getParameter"] = new([], GetParameter) { TakesAny = true },
        ["connectionStatus"] = CommandSpec.Of(ConnectionStatus, "showPrivileges"),
        ["commitTransaction"] = new([], _ => throw NoTransaction()) { TakesAny = true },
        ["abortTransaction"] = new([], _ => throw NoTransaction()) { TakesAny = true },
    };

    public static BsonDocument Ok() => new("ok", 1.0);

    private static MongoFault NoTransaction() => new(20, "Transaction numbers are only allowed on a replica set member or mongos");

    private static BsonDocument Hello(CommandCall call, bool legacy)
    {
        var options = call.State.Options;
        var reply = new BsonDocument { { "helloOk", true }, { legacy ? "ismaster" : "isWritablePrimary", true } };
        reply["topologyVersion"] = call.State.Topology.Version;
        if (options.ReplicaSet is { } set)
        {
            reply.AddRange(Member(set, call.State.Address));
        }

        AuthCommands.AddToHello(call, reply);
        return reply.AddRange(new BsonDocument
        {
            { "maxBsonObjectSize", MaxDocument },
            { "maxMessageSizeBytes", 48_000_000 },
            { "maxWriteBatchSize", 100_000 },
            { "localTime", new BsonDateTime(options.Clock.GetUtcNow().ToUnixTimeMilliseconds()) },
            { "logicalSessionTimeoutMinutes", 30 },
            { "connectionId", call.Connection.Id },
            { "minWireVersion", 0 },
            { "maxWireVersion", options.Release >= 8 ? 25 : 21 },
            { "readOnly", false },
            { "ok", 1.0 },
        });
    }

    private static BsonDocument Member(string set, string address) => new()
    {
        { "hosts", new BsonArray { address } },
        { "setName", set },
        { "setVersion", 1 },
        { "secondary", false },
        { "primary", address },
        { "me", address },
        { "electionId", ObjectId.Parse("7fffffff0000000000000001") },
    };

    private static BsonDocument BuildInfo(CommandCall call)
    {
        var release = call.State.Options.Release;
        return new BsonDocument
        {
            { "version", $"{release}.0.0" },
            { "gitVersion", "wire-peer" },
            { "modules", new BsonArray() },
            { "versionArray", new BsonArray { release, 0, 0, 0 } },
            { "bits", 64 },
            { "debug", false },
            { "maxBsonObjectSize", MaxDocument },
            { "storageEngines", new BsonArray { "wiredTiger" } },
            { "ok", 1.0 },
        };
    }

    private static BsonDocument GetParameter(CommandCall call)
    {
        if (!call.Body.Contains("featureCompatibilityVersion"))
        {
            throw new MongoFault(72, "no option found to get");
        }

        return new BsonDocument
        {
            { "featureCompatibilityVersion", new BsonDocument("version", $"{call.State.Options.Release}.0") },
            { "ok", 1.0 },
        };
    }

    private static BsonDocument ConnectionStatus(CommandCall call) => new()
    {
        {
            "authInfo", new BsonDocument
            {
                { "authenticatedUsers", call.State.Options.User is { } user ? new BsonArray { new BsonDocument { { "user", user }, { "db", "admin" } } } : [] },
                { "authenticatedUserRoles", new BsonArray() },
            }
        },
        { "ok", 1.0 },
    };
}
