using AiOs.Contracts.Knowledge;

namespace AiOs.Scenarios.Memory;

/// <summary>A memory that holds a few pieces and brings up each that passes the filter, as a store would.</summary>
internal sealed class Remembered(params IReadOnlyList<KnowledgeItem> items) : IRecall
{
    private readonly List<RecallQuery> _queries = [];

    public IReadOnlyList<RecallQuery> Queries => _queries;

    public List<KnowledgeItem> Items { get; } = [.. items];

    /// <summary>Whether asking it goes wrong.</summary>
    public bool IsBroken { get; set; }

    public Task<IReadOnlyList<Recalled>> SearchAsync(RecallQuery query, CancellationToken cancellationToken)
    {
        _queries.Add(query);
        return IsBroken
            ? throw new InvalidOperationException("The memory is broken.")
            : Task.FromResult<IReadOnlyList<Recalled>>([.. Items.Where(query.Filter.Allows).Take(query.Count).Select((item, index) => new Recalled(item, 1.0 / (index + 1), index + 1, null))]);
    }
}
