using AiOs.Testing.Mongo.Filters.Text;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Search;

/// <summary>The operators of $search. Each gives a score, or nothing for what does not match.</summary>
internal sealed class SearchOperators(SearchIndex index, IReadOnlyList<BsonDocument> all)
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    public Func<BsonDocument, double?> Read(string name, BsonDocument spec) => name switch
    {
        "compound" => Compound(spec),
        "text" => Boosted(spec, Text(Known(name, spec, "query", "path", "score"))),
        "equals" => Boosted(spec, Equal(spec["path"].AsString, [Known(name, spec, "path", "value", "score")["value"]])),
        "in" => Boosted(spec, Equal(spec["path"].AsString, [.. Known(name, spec, "path", "value", "score")["value"].AsBsonArray])),
        _ => throw MongoFault.NotServed($"the search operator {name}"),
    };

    private Func<BsonDocument, double?> Compound(BsonDocument spec)
    {
        Known("compound", spec, "must", "should", "filter", "mustNot", "minimumShouldMatch");
        var (must, should, filter, not) = (Clauses(spec, "must"), Clauses(spec, "should"), Clauses(spec, "filter"), Clauses(spec, "mustNot"));
        var least = spec.GetValue("minimumShouldMatch", must.Count + filter.Count == 0 && should.Count > 0 ? 1 : 0).ToInt32();
        return document =>
        {
            var (needed, wanted) = (must.ConvertAll(clause => clause(document)), should.ConvertAll(clause => clause(document)));
            var matches = needed.TrueForAll(score => score is not null)
                && filter.TrueForAll(clause => clause(document) is not null)
                && !not.Exists(clause => clause(document) is not null)
                && wanted.Count(score => score is not null) >= least;
            return matches ? needed.Sum(score => score ?? 0) + wanted.Sum(score => score ?? 0) : null;
        };
    }

    private List<Func<BsonDocument, double?>> Clauses(BsonDocument spec, string name) => spec.GetValue(name, new BsonArray()) switch
    {
        BsonArray many => [.. many.Select(clause => Clause(clause.AsBsonDocument))],
        var one => [Clause(one.AsBsonDocument)],
    };

    private Func<BsonDocument, double?> Clause(BsonDocument clause) => Read(clause.GetElement(0).Name, clause.GetElement(0).Value.AsBsonDocument);

    private Func<BsonDocument, double?> Text(BsonDocument spec)
    {
        var paths = spec["path"] is BsonArray many ? many.Select(path => path.AsString) : [spec["path"] is BsonString path ? path.Value : throw MongoFault.NotServed("wildcard paths")];
        var query = spec["query"] is BsonArray words ? string.Join(' ', words.Select(word => word.AsString)) : spec["query"].AsString;
        var terms = TextLanguage.Words(query).ToHashSet();
        var scorers = paths.Where(path => index.IsMapped(path, "string")).Select(path => Scorer(new BsonPath(path), terms)).ToList();
        return document => scorers.Sum(scorer => scorer(document)) is > 0 and var score ? score : null;
    }

    private Func<BsonDocument, double> Scorer(BsonPath path, HashSet<string> terms)
    {
        var texts = all.Select(document => Words(path, document)).Where(words => words.Count > 0).ToList();
        var average = texts.Count == 0 ? 1 : texts.Average(words => words.Count);
        var rarity = terms.ToDictionary(term => term, term =>
        {
            var holding = texts.Count(words => words.Contains(term));
            return Math.Log(1 + ((texts.Count - holding + 0.5) / (holding + 0.5)));
        });
        return document =>
        {
            var words = Words(path, document);
            return words.Where(terms.Contains).GroupBy(word => word).Sum(term =>
                rarity[term.Key] * term.Count() / (term.Count() + (K1 * (1 - B + (B * words.Count / average)))));
        };
    }

    private static List<string> Words(BsonPath path, BsonDocument document) =>
        [.. path.Ends(document).SelectMany(end => end is BsonArray array ? array : [end!]).OfType<BsonString>().SelectMany(text => TextLanguage.Words(text.Value))];

    private Func<BsonDocument, double?> Equal(string path, IReadOnlyList<BsonValue> values)
    {
        if (values.Any(value => value is BsonString) && !index.IsMapped(path, "token"))
        {
            throw new MongoFault(8, $"PlanExecutor error during aggregation :: caused by :: Path '{path}' needs to be indexed as token");
        }

        var walk = new BsonPath(path);
        return document => walk.Any(document, end => Holds(end, values)) ? 1 : null;
    }

    private static bool Holds(BsonValue? end, IReadOnlyList<BsonValue> values) =>
        end is BsonArray array ? array.Any(item => values.Contains(item, BsonOrder.Instance)) : end is not null && values.Contains(end, BsonOrder.Instance);

    private static Func<BsonDocument, double?> Boosted(BsonDocument spec, Func<BsonDocument, double?> score)
    {
        if (!spec.TryGetValue("score", out var change))
        {
            return score;
        }

        return change.AsBsonDocument.GetElement(0) switch
        {
            { Name: "boost" } boost => document => score(document) * boost.Value["value"].ToDouble(),
            { Name: "constant" } constant => document => score(document) is null ? null : constant.Value["value"].ToDouble(),
            var other => throw MongoFault.NotServed($"the score option {other.Name}"),
        };
    }

    private static BsonDocument Known(string name, BsonDocument spec, params string[] fields) => spec.Names.FirstOrDefault(field => !fields.Contains(field)) is { } odd
        ? throw MongoFault.NotServed($"the field {odd} of the search operator {name}")
        : spec;
}
