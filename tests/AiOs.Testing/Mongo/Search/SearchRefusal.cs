using AiOs.Testing.Mongo.Values;

namespace AiOs.Testing.Mongo.Search;

/// <summary>How a server without search answers to search: release 7 in one way, release 8 in another.</summary>
internal static class SearchRefusal
{
    private const string HowTo =
        " Please connect to Atlas or an AtlasCLI local deployment to enable. For more information on how to connect, see the documentation of local deployments.";

    public static MongoFault OfStage(string stage, int release) => release < 8
        ? new MongoFault(6047401, $"{stage} stage is only allowed on MongoDB Atlas")
        : stage == "$listSearchIndexes" ? Indexes() : new MongoFault(31082, "Using $search and $vectorSearch aggregation stages requires additional configuration." + HowTo);

    public static MongoFault OfCommand(string command, int release) => release < 8
        ? new MongoFault(59, $"no such command: '{command}'")
        : Indexes();

    private static MongoFault Indexes() => new(
        31082, "Using Atlas Search Database Commands and the $listSearchIndexes aggregation stage requires additional configuration." + HowTo);
}
