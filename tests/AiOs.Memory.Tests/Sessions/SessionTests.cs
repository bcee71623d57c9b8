using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Messages;
using AiOs.Memory.Context;
using AiOs.Memory.Sessions;
using AiOs.Memory.Tests.Support;
using AiOs.Testing;

namespace AiOs.Memory.Tests.Sessions;

/// <summary>What is said in a conversation is at hand, within what the agent may see, and a search that was made is not made again for nothing.</summary>
public sealed class SessionTests : IDisposable
{
    private static readonly WorkItemId First = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly WorkItemId Second = new(new Guid(2, 0, 0, new byte[8]));

    private readonly FakeFeed _feed = new();
    private readonly JournalTail _tail;
    private readonly CountingRecall _recall = new();
    private readonly ContextSource _source;

    public SessionTests()
    {
        var book = new ConversationBook(_feed);
        var shelf = new WarmShelf(_feed);
        _tail = new JournalTail(_feed, [book, shelf]);
        _source = new ContextSource(_feed, _tail, book, shelf, [_recall]);
    }

    public void Dispose() => _tail.Dispose();

    [Fact]
    public async Task Turns_OfTheSamePerson_AreThereWithWhatIsPending()
    {
        _feed.Add(StreamId.Of(First), FakeFeed.Mail("What does a week cost?"));
        _feed.Add(StreamId.Of(First), new QuestionAsked(default) { Personal = new QuestionAsked.Words("What is your rate?") });
        var pending = await GatherAsync(Second);
        _feed.Add(StreamId.Of(First), new QuestionAnswered(ChannelName.Web, "operator") { Personal = new QuestionAnswered.Words("85 EUR") });
        var answered = await GatherAsync(Second);
        _tail.Restart();
        var again = await GatherAsync(Second);

        Assert.Equal([("What does a week cost?", false), ("What is your rate?", true)], pending.Turns.Select(turn => (turn.Words, turn.IsPending)));
        Assert.Equal([Provenance.External, Provenance.Model, Provenance.Operator], answered.Turns.Select(turn => turn.Speaker));
        Assert.DoesNotContain(answered.Turns, turn => turn.IsPending);
        Assert.Equal(answered.Turns, again.Turns);
        Assert.Empty((await GatherAsync(Second, from: "ben@ort.example")).Turns);
        Assert.Empty((await GatherAsync(First)).Turns);
    }

    [Fact]
    public async Task Gather_UnderAGrant_CutsTheSearchBeforeItIsMade()
    {
        var grant = new Grant { KnowledgeKinds = [KnowledgeKind.Note], Provenances = [Provenance.Operator] };
        _feed.Add(StreamId.Of(First), FakeFeed.Mail("What does a week cost?"));
        var pack = await GatherAsync(Second, grant);

        Assert.Equal(["operator"], pack.Recollections.Select(one => one.Item.Title));
        Assert.Equal(grant.FilterAt(Some.Moment), _recall.Last!.Filter);
        Assert.Empty(pack.Turns);
        Assert.Empty(pack.Lessons);
        Assert.NotEmpty((await GatherAsync(Second)).Lessons);
    }

    [Fact]
    public async Task Recall_OfTheSameItem_IsWarmUntilSomethingMoves()
    {
        await GatherAsync(First);
        await GatherAsync(First);
        Assert.Equal(1, _recall.Asked);

        _feed.Add(StreamId.Of(First), FakeFeed.Mail("my own message"));
        await GatherAsync(First);
        Assert.Equal(1, _recall.Asked);

        _feed.Add(StreamId.Of(Second), FakeFeed.Mail("one more"));
        await GatherAsync(First);
        Assert.Equal(2, _recall.Asked);

        _feed.Add(new StreamId("knowledge/1"), new NoteWithdrawn(default));
        await GatherAsync(First);
        Assert.Equal(3, _recall.Asked);

        await GatherAsync(First, now: Some.Moment.AddMinutes(11));
        Assert.Equal(4, _recall.Asked);
    }

    private Task<ContextPack> GatherAsync(WorkItemId item, Grant? grant = null, string from = "anna@berg.example", DateTimeOffset? now = null) => _source.GatherAsync(
        new ContextRequest
        {
            WorkItem = item,
            Message = new MessageContent { Origin = ContentOrigin.DirectMail, Sender = new Mailbox(null, from), Text = "What does a week cost?" },
            Category = Category.Inquiry,
            Grant = grant ?? Grant.Everything,
            Now = now ?? Some.Moment,
            Lessons = [new Lesson.Sorted(Category.Spam) { Number = 1, At = Some.Moment, Source = StreamId.Of(First) }],
        },
        CancellationToken.None);
}
