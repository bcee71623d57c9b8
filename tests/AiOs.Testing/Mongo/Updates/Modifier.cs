using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Updates;

/// <summary>One modifier on one path.</summary>
internal sealed record Modifier(string Operation, BsonPath Path, BsonValue Argument)
{
    private static readonly string[] Known =
    [
        "$set", "$setOnInsert", "$unset", "$inc", "$mul", "$min", "$max", "$rename", "$currentDate",
        "$push", "$addToSet", "$pull", "$pullAll", "$pop",
    ];

    /// <summary>The paths that it writes.</summary>
    public IEnumerable<string> Touches => Operation == "$rename" ? [Path.Text, Argument.AsString] : [Path.Text];

    public static bool IsKnown(string operation) => Known.Contains(operation);

    public void Apply(BsonDocument document, bool isInsert, BsonValue now)
    {
        switch (Operation)
        {
            case "$setOnInsert" when !isInsert:
                break;
            case "$set" or "$setOnInsert":
                PathWriter.Set(document, Path, Argument.DeepClone());
                break;
            case "$unset":
                PathWriter.Unset(document, Path);
                break;
            case "$inc" or "$mul":
                PathWriter.Set(document, Path, Counted(document));
                break;
            case "$min" or "$max":
                Bound(document);
                break;
            case "$rename":
                Rename(document);
                break;
            case "$currentDate":
                PathWriter.Set(document, Path, Date(now));
                break;
            default:
                ArrayModifier.Apply(this, document);
                break;
        }
    }

    private BsonValue Counted(BsonDocument document)
    {
        var verb = Operation == "$inc" ? "increment" : "multiply";
        if (!MongoNumber.Is(Argument))
        {
            throw MongoFault.TypeMismatch($"Cannot {verb} with non-numeric argument: {{{Path.Text}: {Argument}}}");
        }

        var old = Path.Plain(document);
        if (old is not null && !MongoNumber.Is(old))
        {
            throw MongoFault.TypeMismatch(
                $"Cannot apply {Operation} to a value of non-numeric type. {{_id: {document.GetValue("_id", BsonNull.Value)}}} has the field '{Path.Parts[^1]}' of non-numeric type {TypeNames.Of(old)}");
        }

        return Operation == "$inc"
            ? old is null ? Argument : MongoNumber.Add(old, Argument)
            : MongoNumber.Multiply(old ?? 0, Argument);
    }

    private void Bound(BsonDocument document)
    {
        var old = Path.Plain(document);
        var order = old is null ? 0 : BsonOrder.Instance.Compare(Argument, old);
        if (old is null || (Operation == "$min" ? order < 0 : order > 0))
        {
            PathWriter.Set(document, Path, Argument.DeepClone());
        }
    }

    private void Rename(BsonDocument document)
    {
        if (Path.Plain(document) is { } value)
        {
            PathWriter.Unset(document, Path);
            PathWriter.Set(document, new BsonPath(Argument.AsString), value);
        }
    }

    private BsonValue Date(BsonValue now)
    {
        var type = Argument is BsonDocument spec ? spec.GetValue("$type", BsonNull.Value).ToString() : "date";
        var seconds = (int)(now.AsBsonDateTime.MillisecondsSinceEpoch / 1000);
        return type switch
        {
            "date" => now,
            "timestamp" => new BsonTimestamp(seconds, 1),
            _ => throw MongoFault.BadValue("The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}"),
        };
    }
}
