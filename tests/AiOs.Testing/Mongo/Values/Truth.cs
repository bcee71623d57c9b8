using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Values;

/// <summary>What the server takes as true: all but false, zero, null and what is not there.</summary>
internal static class Truth
{
    public static bool Of(BsonValue? value) => value switch
    {
        null or BsonNull or BsonUndefined => false,
        BsonBoolean truth => truth.Value,
        _ when MongoNumber.Is(value) => value.ToDouble() != 0,
        _ => true,
    };
}
