using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using AiOs.Memory.Sessions;

namespace AiOs.Memory.Context;

/// <summary>Gathers what an agent gets to see. The grant cuts Records before they are given and knowledge before it is ranked.</summary>
internal sealed class ContextSource(IJournalFeed feed, JournalTail tail, ConversationBook conversations, WarmShelf shelf, IEnumerable<IRecall> recalls) : IContextSource
{
    private const int LongestQuery = 1_000;
    private const int MostRecollections = 20;

    public async Task<ContextPack> GatherAsync(ContextRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await tail.CatchUpAsync(cancellationToken);
        var grant = request.Grant;
        var whole = new ContextPack
        {
            Facts = grant.Cut(request.Facts),
            Lessons = grant.SeesLessons() ? request.Lessons : [],
            Recollections = await RecallAsync(request, cancellationToken),
            Turns = grant.KnowledgeKinds?.Contains(KnowledgeKind.Message) == false
                ? []
                : [.. conversations.With(request.Message).Where(turn => turn.WorkItem != request.WorkItem && grant.Provenances?.Contains(turn.Speaker) != false)],
        };
        return PackBudget.Fit(whole, request.Budget);
    }

    /// <summary>What was learned from the work item itself is no recollection: it would confirm itself.</summary>
    private async Task<IReadOnlyList<Recollection>> RecallAsync(ContextRequest request, CancellationToken cancellationToken)
    {
        var words = (request.Message.Subject + "\n" + request.Message.Text).Trim();
        if (recalls.LastOrDefault() is not { } recall || words.Length == 0)
        {
            return [];
        }

        var own = StreamId.Of(request.WorkItem);
        var found = shelf.Find(request) ?? await SearchAsync(recall, words, request, cancellationToken);
        return [.. found.Where(one => one.Item.Source != own).Select(one => new Recollection(one.Item, one.Score, request.Now - one.Item.At))];
    }

    private async Task<IReadOnlyList<Recalled>> SearchAsync(IRecall recall, string words, ContextRequest request, CancellationToken cancellationToken)
    {
        var position = await shelf.PositionAsync(cancellationToken);
        var found = await recall.SearchAsync(
            new RecallQuery
            {
                Words = words.Length > LongestQuery ? words[..LongestQuery] : words,
                Filter = request.Grant.FilterAt(request.Now),
                Subjects = SubjectsOf(request),
                Neighbourhood = StreamId.Of(request.WorkItem).Value,
                Now = request.Now,
                Count = MostRecollections,
            },
            cancellationToken);
        shelf.Keep(request, found, position);
        return found;
    }

    private string[] SubjectsOf(ContextRequest request) =>
    [
        .. new[] { request.Message.Sender?.Address, request.Message.Forwarder?.Address }.OfType<string>().Where(address => address.Length > 0).Select(feed.SubjectOf).Distinct(),
        .. request.Facts.Where(record => request.Grant.SeesRecords(record.Id.Type)).Select(record => "record/" + record.Id),
    ];
}
