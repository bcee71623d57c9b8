using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation;

/// <summary>A projection's tree: what happens to a field, or what happens below it.</summary>
internal sealed class ProjectionNode
{
    private readonly Dictionary<string, ProjectionNode> _children = [];
    private readonly List<string> _order = [];
    private Expression? _computed;
    private bool _keep;
    private bool _leaf;

    public void Add(string[] parts, int depth, BsonValue value)
    {
        if (depth < parts.Length)
        {
            Child(parts[depth]).Add(parts, depth + 1, value);
        }
        else if (value is BsonDocument { ElementCount: > 0 } inner && !inner.GetElement(0).Name.StartsWith('$'))
        {
            foreach (var field in inner)
            {
                Add([.. parts, .. field.Name.Split('.')], depth, field.Value);
            }
        }
        else
        {
            _leaf = true;
            var plain = MongoNumber.Is(value) || value is BsonBoolean;
            _keep = plain && Truth.Of(value);
            _computed = plain ? null : ExpressionParser.Parse(value);
        }
    }

    /// <summary>What stays keeps the document's order; what is computed comes after it.</summary>
    public BsonDocument Include(BsonDocument document, EvalScope scope)
    {
        var next = new BsonDocument();
        foreach (var field in document)
        {
            if (_children.TryGetValue(field.Name, out var child) && child._computed is null && child.Kept(field.Value, scope) is { } kept)
            {
                next[field.Name] = kept;
            }
        }

        return WithComputed(next, scope);
    }

    public BsonDocument Exclude(BsonDocument document, EvalScope scope)
    {
        var next = new BsonDocument();
        foreach (var field in document)
        {
            if (!_children.TryGetValue(field.Name, out var child) || child._computed is not null)
            {
                next[field.Name] = field.Value;
            }
            else if (!child._leaf || child._keep)
            {
                next[field.Name] = child._leaf ? field.Value : child.Without(field.Value, scope);
            }
        }

        return WithComputed(next, scope);
    }

    private ProjectionNode Child(string name)
    {
        if (_leaf)
        {
            throw new MongoFault(31249, $"Path collision at {name}");
        }

        if (!_children.TryGetValue(name, out var child))
        {
            _children[name] = child = new ProjectionNode();
            _order.Add(name);
        }

        return child;
    }

    private BsonDocument WithComputed(BsonDocument next, EvalScope scope)
    {
        foreach (var (name, child) in _order.Select(name => (name, _children[name])))
        {
            if (child._computed is { } computed)
            {
                if (computed(scope) is { } value)
                {
                    next[name] = value;
                }
            }
            else if (!child._leaf && child.Computes && next.GetValue(name, BsonNull.Value) is not BsonArray)
            {
                next[name] = child.WithComputed(next.GetValue(name, BsonNull.Value) as BsonDocument ?? [], scope);
            }
        }

        return next;
    }

    private bool Computes => _computed is not null || _children.Values.Any(child => child.Computes);

    private BsonValue? Kept(BsonValue value, EvalScope scope) => _leaf
        ? _keep ? value : null
        : value switch
        {
            BsonDocument document => Include(document, scope),
            BsonArray array => new BsonArray(array.Select(item => Kept(item, scope)).OfType<BsonValue>()),
            _ => null,
        };

    private BsonValue Without(BsonValue value, EvalScope scope) => value switch
    {
        BsonDocument document => Exclude(document, scope),
        BsonArray array => new BsonArray(array.Select(item => Without(item, scope))),
        _ => value,
    };
}
