using System.Text.RegularExpressions;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Filters.Text;

/// <summary>A $text search: any of its words, all of its phrases, none of its negated words; scored as the server scores.</summary>
internal sealed partial class TextQuery
{
    private static readonly string[] Known = ["$search", "$language", "$caseSensitive", "$diacriticSensitive"];

    private readonly TextIndexRules _rules;
    private readonly HashSet<string> _terms = [];
    private readonly HashSet<string> _negated = [];
    private readonly List<string> _phrases = [];

    private TextQuery(string search, TextIndexRules rules, TextLanguage language)
    {
        _rules = rules;
        foreach (Match part in Part().Matches(search))
        {
            var phrase = part.Groups["phrase"];
            var words = phrase.Success ? phrase.Value : part.Groups["word"].Value;
            var terms = language.Terms(words).Select(word => word.Term);
            if (part.Groups["minus"].Success)
            {
                _negated.UnionWith(terms);
                continue;
            }

            _terms.UnionWith(terms);
            if (phrase.Success)
            {
                _phrases.Add(string.Join(' ', TextLanguage.Words(words)));
            }
        }
    }

    public static TextQuery Read(BsonValue value, TextIndexRules rules)
    {
        var spec = value as BsonDocument ?? throw MongoFault.BadValue("$text expects an object");
        if (spec.Names.FirstOrDefault(name => !Known.Contains(name)) is { } odd)
        {
            throw MongoFault.BadValue($"extra fields in $text: {odd}");
        }

        if (Truth.Of(spec.GetValue("$caseSensitive", false)) || Truth.Of(spec.GetValue("$diacriticSensitive", false)))
        {
            throw MongoFault.NotServed("$text with $caseSensitive or $diacriticSensitive");
        }

        var search = spec.GetValue("$search", BsonNull.Value) as BsonString ?? throw MongoFault.TypeMismatch("\"$search\" had the wrong type. Expected string");
        var language = spec.TryGetValue("$language", out var name) ? new TextLanguage(name.AsString) : rules.Language;
        return new TextQuery(search.Value, rules, language);
    }

    public bool Matches(BsonDocument document) =>
        Score(document) > 0
        && !_rules.Texts(document).SelectMany(text => _rules.Language.Terms(text.Text)).Any(word => _negated.Contains(word.Term))
        && _phrases.TrueForAll(phrase => _rules.Texts(document).Any(text => Holds(text.Text, phrase)));

    /// <summary>Weight times how often a term comes, later ones counting half of the one before, more in a short text.</summary>
    public double Score(BsonDocument document) => _rules.Texts(document).Sum(text => ScoreOf(text.Text, text.Weight));

    private double ScoreOf(string text, double weight)
    {
        var words = _rules.Language.Terms(text).ToList();
        return words.Where(word => _terms.Contains(word.Term)).GroupBy(word => word.Term).Sum(term =>
        {
            var count = term.Count();
            var frequency = Enumerable.Range(0, count).Sum(at => Math.Pow(0.5, at));
            var whole = string.Equals(text, term.Key, StringComparison.OrdinalIgnoreCase) ? 1.1 : 1.0;
            return weight * frequency * ((0.5 * count / words.Count) + 0.5) * whole;
        });
    }

    private static bool Holds(string text, string phrase) =>
        $" {string.Join(' ', TextLanguage.Words(text))} ".Contains($" {phrase} ", StringComparison.Ordinal);

    [GeneratedRegex("""(?<minus>(?<=^|\s)-)?(?:"(?<phrase>[^"]*)"|(?<word>[^\s"]+))""")]
    private static partial Regex Part();
}
