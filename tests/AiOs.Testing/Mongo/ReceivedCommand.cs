using MongoDB.Bson;

namespace AiOs.Testing.Mongo;

/// <summary>What the peer remembers of a command. Not its documents.</summary>
/// <param name="Name">The command's name as sent, such as "insert".</param>
/// <param name="Database">The database it names.</param>
/// <param name="Collection">The collection it names; empty when it names none.</param>
/// <param name="WriteConcern">The write concern it carries; null when it carries none.</param>
/// <param name="InTransaction">True when it belongs to a multi-document transaction.</param>
/// <param name="TransactionNumber">The number that marks a retryable write; null without one.</param>
public sealed record ReceivedCommand(
    string Name, string Database, string Collection, BsonDocument? WriteConcern, bool InTransaction, long? TransactionNumber)
{
    private static readonly string[] Writes = ["insert", "update", "delete", "findAndModify"];

    /// <summary>True for a command that writes documents.</summary>
    public bool IsWrite => Writes.Contains(Name);

    /// <summary>True when the write concern asks for a majority and for the journal.</summary>
    public bool IsMajorityJournaled =>
        WriteConcern is not null && WriteConcern.GetValue("w", 0) == "majority" && WriteConcern.GetValue("j", false) == true;

    internal static ReceivedCommand Of(BsonDocument body)
    {
        var first = body.GetElement(0);
        var named = first.Name == "getMore" ? body.GetValue("collection", string.Empty) : first.Value;
        return new ReceivedCommand(
            first.Name,
            body.GetValue("$db", "admin").AsString,
            named is BsonString collection ? collection.Value : string.Empty,
            body.GetValue("writeConcern", BsonNull.Value) as BsonDocument,
            body.Contains("startTransaction") || body.Contains("autocommit"),
            body.TryGetValue("txnNumber", out var number) ? number.ToInt64() : null);
    }
}
