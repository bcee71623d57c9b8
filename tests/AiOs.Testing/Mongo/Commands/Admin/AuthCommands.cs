using System.Text;
using AiOs.Testing.Mongo.Sessions;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands.Admin;

/// <summary>Authentication by SCRAM-SHA-256, also the one that begins within the handshake.</summary>
internal static class AuthCommands
{
    private const string Mechanism = "SCRAM-SHA-256";

    public static IReadOnlyDictionary<string, CommandSpec> All { get; } = new Dictionary<string, CommandSpec>
    {
        ["saslStart"] = new(["mechanism", "payload", "options", "autoAuthorize"], call => Start(call.Connection, call.State, call.Body)) { IsOpen = true },
        ["saslContinue"] = new(["conversationId", "payload"], Continue) { IsOpen = true },
    };

    public static void AddToHello(CommandCall call, BsonDocument reply)
    {
        if (call.State.Options.User is null)
        {
            return;
        }

        if (call.Body.Contains("saslSupportedMechs"))
        {
            reply["saslSupportedMechs"] = new BsonArray { Mechanism };
        }

        if (call.Body.GetValue("speculativeAuthenticate", BsonNull.Value) is BsonDocument start && start.GetValue("mechanism", string.Empty) == Mechanism)
        {
            reply["speculativeAuthenticate"] = Start(call.Connection, call.State, start);
        }
    }

    private static BsonDocument Start(ConnectionState connection, ServerState state, BsonDocument start)
    {
        var mechanism = start.GetValue("mechanism", string.Empty).AsString;
        if (mechanism != Mechanism || state.Options.User is null)
        {
            throw new MongoFault(334, $"Received authentication for mechanism {mechanism} which is unknown or not enabled");
        }

        connection.Exchange = new ScramExchange(state.Options.User, state.Options.Password ?? string.Empty);
        return Step(connection.Exchange.First(Text(start)) ?? throw Failed(), done: false);
    }

    private static BsonDocument Continue(CommandCall call)
    {
        if (call.Connection.IsAuthenticated)
        {
            return Step(string.Empty, done: true);
        }

        var exchange = call.Connection.Exchange ?? throw new MongoFault(17, "No SASL session state found");
        var last = exchange.Last(Text(call.Body)) ?? throw Failed();
        call.Connection.IsAuthenticated = true;
        return Step(last, done: true);
    }

    private static MongoFault Failed() => new(18, "Authentication failed.");

    private static string Text(BsonDocument body) => Encoding.UTF8.GetString(body["payload"].AsBsonBinaryData.Bytes);

    private static BsonDocument Step(string payload, bool done) => new()
    {
        { "conversationId", 1 },
        { "done", done },
        { "payload", new BsonBinaryData(Encoding.UTF8.GetBytes(payload)) },
        { "ok", 1.0 },
    };
}
