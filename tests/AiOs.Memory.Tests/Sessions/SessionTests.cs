using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Messages;
using AiOs.Memory.Context;
using AiOs.Memory.Sessions;
using AiOs.Memory.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Stores;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiOs.Memory.Tests.Sessions;

/// <summary>What is said in a conversation is at hand, within what the agent may see, and a search that was made is not made again for nothing.</summary>
public sealed class SessionTests : IDisposable
{
    private static readonly WorkItemId First = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly WorkItemId Second = new(new Guid(2, 0, 0, new byte[8]));

    private readonly FakeFeed _feed = new();
    private readonly JournalTail _tail;
    private readonly CountingRecall _recall = new();
    private readonly InMemoryKnowledgeStore _memory = new();
    private readonly ContextSource _source;

    public SessionTests()
    {
        var book = new ConversationBook(_feed);
        var shelf = new WarmShelf(_feed, [_memory]);
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Turns_OfAWorkItemThatIsForgotten_AreGoneAlsoWhereItHadEnded(bool ended)
    {
        var third = new WorkItemId(new Guid(3, 0, 0, new byte[8]));
        _feed.Add(StreamId.Of(First), FakeFeed.Mail("What does a week cost?"));
        _feed.Add(StreamId.Of(Second), FakeFeed.Mail("And a month?"));
        if (ended)
        {
            _feed.Add(StreamId.Of(First), new WorkItemFinished(WorkItemState.Done));
        }

        Assert.Equal(2, (await GatherAsync(third)).Turns.Count);
        _feed.Add(StreamId.Of(First), new WorkItemForgotten("f1"));

        Assert.Equal("And a month?", Assert.Single((await GatherAsync(third)).Turns).Words);
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

        _feed.Add(StreamId.Workspace, new ForgettingCompleted("f1", 1));
        await GatherAsync(First);
        Assert.Equal(4, _recall.Asked);

        await GatherAsync(First, now: Some.Moment.AddMinutes(11));
        Assert.Equal(5, _recall.Asked);
    }

    [Fact]
    public async Task Recall_WhileMemoryHasNotFollowed_IsNotKeptWarm()
    {
        _feed.Add(new StreamId("knowledge/1"), new NoteKept(default));
        await GatherAsync(First);
        await GatherAsync(First);
        Assert.Equal(2, _recall.Asked);

        await _memory.ApplyAsync(new KnowledgeBatch(1), CancellationToken.None);
        await GatherAsync(First);
        await GatherAsync(First);
        Assert.Equal(3, _recall.Asked);
    }

    [Fact]
    public async Task Turns_OfThousands_AreKeptForThoseThatMovedLast()
    {
        Write("first@berg.example", 100);
        Write("second@berg.example", 101);
        foreach (var number in Enumerable.Range(0, 998))
        {
            Write($"p{number}@berg.example", 200 + number);
        }

        Write("first@berg.example", 102);
        Write("last@berg.example", 103);

        Assert.Equal(2, (await GatherAsync(First, from: "first@berg.example")).Turns.Count);
        Assert.Single((await GatherAsync(First, from: "last@berg.example")).Turns);
        Assert.Single((await GatherAsync(First, from: "p0@berg.example")).Turns);
        Assert.Empty((await GatherAsync(First, from: "second@berg.example")).Turns);

        void Write(string from, int item) => _feed.Add(StreamId.Of(new WorkItemId(new Guid(item, 0, 0, new byte[8]))), FakeFeed.Mail("Hello", from: from));
    }

    [Fact]
    public async Task Start_BeforeAnybodyWrites_ReadsWhatTheFirstMessageNeeds()
    {
        _feed.Add(StreamId.Of(First), FakeFeed.Mail("What does a week cost?"));
        using var warm = new WarmStart(_feed, [_tail], _recall, TimeProvider.System, NullLogger<WarmStart>.Instance);
        await warm.StartAsync(CancellationToken.None);
        Assert.Equal(0, _recall.Asked);
        await warm.StartedAsync(CancellationToken.None);
        await warm.ExecuteTask!;

        Assert.Equal((1, 1L), (_recall.Asked, _tail.Position));
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
