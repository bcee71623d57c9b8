using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Filters.Text;

/// <summary>What a text index says of its fields: their weights, and whose stop words and endings to drop.</summary>
internal sealed class TextIndexRules
{
    private readonly List<(BsonPath Path, double Weight)> _fields = [];
    private readonly bool _wildcard;

    public TextIndexRules(BsonDocument spec)
    {
        var weights = spec.GetValue("weights", new BsonDocument()).AsBsonDocument;
        foreach (var field in spec["key"].AsBsonDocument.Where(field => field.Value == "text"))
        {
            _wildcard |= field.Name == "$**";
            _fields.Add((new BsonPath(field.Name), weights.GetValue(field.Name, 1).ToDouble()));
        }

        foreach (var extra in weights.Where(weight => !_fields.Exists(field => field.Path.Text == weight.Name)))
        {
            _fields.Add((new BsonPath(extra.Name), extra.Value.ToDouble()));
        }

        Prefix = [.. spec["key"].AsBsonDocument.TakeWhile(field => field.Value != "text").Select(field => field.Name)];
        Language = new TextLanguage(spec.GetValue("default_language", "english").AsString);
    }

    public TextLanguage Language { get; }

    /// <summary>Fields before the text in the index's key: a search must hold each to one value.</summary>
    public IReadOnlyList<string> Prefix { get; }

    /// <summary>Every text of the document that is indexed, with its weight.</summary>
    public IEnumerable<(string Text, double Weight)> Texts(BsonDocument document) => _wildcard
        ? Strings(document).Select(text => (text, 1.0))
        : _fields.SelectMany(field => field.Path.Ends(document).SelectMany(Leaves).Select(text => (text, field.Weight)));

    private static IEnumerable<string> Leaves(BsonValue? end) => end switch
    {
        BsonString text => [text.Value],
        BsonArray array => array.OfType<BsonString>().Select(text => text.Value),
        _ => [],
    };

    private static IEnumerable<string> Strings(BsonValue value) => value switch
    {
        BsonString text => [text.Value],
        BsonDocument document => document.Values.SelectMany(Strings),
        BsonArray array => array.SelectMany(Strings),
        _ => [],
    };
}
