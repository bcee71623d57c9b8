using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Testing;

namespace AiOs.Memory.Tests.Sessions;

/// <summary>Counts how often it is asked; knows one note of the operator's and one message from outside.</summary>
internal sealed class CountingRecall : IRecall
{
    public int Asked { get; private set; }

    public RecallQuery? Last { get; private set; }

    public Task<IReadOnlyList<Recalled>> SearchAsync(RecallQuery query, CancellationToken cancellationToken)
    {
        Asked++;
        Last = query;
        KnowledgeItem[] items = [Item("operator", KnowledgeKind.Note, Provenance.Operator), Item("outside", KnowledgeKind.Message, Provenance.External)];
        return Task.FromResult<IReadOnlyList<Recalled>>([.. items.Where(query.Filter.Allows).Select(item => new Recalled(item, 1, 1, null))]);
    }

    private static KnowledgeItem Item(string title, KnowledgeKind kind, Provenance provenance) => new()
    {
        Id = new KnowledgeId("knowledge/" + title),
        Kind = kind,
        Title = title,
        Text = "words",
        Source = new StreamId("knowledge/" + title),
        Position = 1,
        At = Some.Moment,
        Provenance = provenance,
    };
}
