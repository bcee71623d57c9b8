using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;
using AiOs.Memory.Corrections;
using AiOs.Memory.Tests.Support;

namespace AiOs.Memory.Tests.Corrections;

/// <summary>Lessons come from the journal alone: followed live or read from the start, they are the same.</summary>
public sealed class LessonBookTests : IDisposable
{
    private static readonly StreamId First = StreamId.Of(new WorkItemId(new Guid(1, 0, 0, new byte[8])));
    private static readonly StreamId Berg = StreamId.Of(new RecordId("client", "berg"));

    private readonly FakeFeed _feed = new();
    private readonly LessonBook _book;
    private readonly JournalTail _tail;

    public LessonBookTests()
    {
        _book = new LessonBook(_feed);
        _tail = new JournalTail(_feed, [_book]);
    }

    public void Dispose() => _tail.Dispose();

    [Fact]
    public async Task Follow_OperatorsCategory_IsALessonWithTheNumberOfItsCommit()
    {
        await SortedAsync();

        var lesson = Assert.IsType<Lesson.Sorted>(Assert.Single(_book.Current));
        Assert.Equal((2, Category.Inquiry, Category.Spam, "person/anna@berg.example"), (lesson.Number, lesson.From, lesson.Category, lesson.Sender));
        Assert.StartsWith("A question\n", lesson.Sample, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_WhatIntakeOrATypedRequestSays_TeachesNothing()
    {
        _feed.Add(First, FakeFeed.Mail("write to me", authority: Authority.Operator, origin: ContentOrigin.Typed), Understood(Category.Other, "intake"));
        _feed.Add(First, Understood(Category.Spam, "operator"));
        var other = StreamId.Of(new WorkItemId(new Guid(2, 0, 0, new byte[8])));
        _feed.Add(other, FakeFeed.Mail("That was spam. /category spam"), Understood(Category.Spam, "intake"));
        await _tail.CatchUpAsync(CancellationToken.None);

        Assert.Empty(_book.Current);
    }

    [Fact]
    public async Task Follow_Withdrawn_CountsNoMoreAlsoAfterARestart()
    {
        await SortedAsync();
        _feed.Add(StreamId.Corrections, new CorrectionWithdrawn(2, ChannelName.Web, "operator"));
        await _tail.CatchUpAsync(CancellationToken.None);
        Assert.Empty(_book.Current);

        _tail.Restart();
        await _tail.CatchUpAsync(CancellationToken.None);
        Assert.Empty(_book.Current);
    }

    [Fact]
    public async Task Lessons_AfterRestart_AreTheSame()
    {
        await SortedAsync();
        _feed.Add(First, new ApprovalRejected(default, default, ChannelName.Web, "operator") { Personal = new ApprovalRejected.Words("no") });
        await _tail.CatchUpAsync(CancellationToken.None);
        var live = _book.Current.ToArray();

        _tail.Restart();
        await _tail.CatchUpAsync(CancellationToken.None);

        Assert.Equal(live, _book.Current);
    }

    [Fact]
    public async Task Restart_AfterTheSubjectWasForgotten_KnowsNothingOfIt()
    {
        await SortedAsync();
        _feed.Forget(First);
        _tail.Restart();
        await _tail.CatchUpAsync(CancellationToken.None);

        Assert.Empty(_book.Current);
    }

    [Theory]
    [InlineData(Provenance.Operator, 1)]
    [InlineData(Provenance.External, 0)]
    [InlineData(Provenance.Record, 0)]
    public async Task Follow_ValueWrittenOver_IsALessonOnlyByTheOperator(Provenance provenance, int lessons)
    {
        _feed.Add(Berg, Written(1, "Köln", Provenance.External));
        _feed.Add(Berg, Written(2, "Bonn", provenance));
        await _tail.CatchUpAsync(CancellationToken.None);

        Assert.Equal(lessons, _book.Current.Length);
    }

    [Fact]
    public async Task Follow_ValueRestored_IsNoLessonAnyMore()
    {
        _feed.Add(Berg, Written(1, "Köln", Provenance.Operator));
        _feed.Add(Berg, Written(2, "Bonn", Provenance.Operator));
        await _tail.CatchUpAsync(CancellationToken.None);
        Assert.Single(_book.Current);

        _feed.Add(Berg, Written(3, "Köln", Provenance.Operator));
        await _tail.CatchUpAsync(CancellationToken.None);
        Assert.Empty(_book.Current);
    }

    private async Task SortedAsync()
    {
        _feed.Add(First, FakeFeed.Mail("What does a week cost?"), Understood(Category.Inquiry, "intake"));
        _feed.Add(First, Understood(Category.Spam, "operator"));
        await _tail.CatchUpAsync(CancellationToken.None);
    }

    private static IntentClassified Understood(Category category, string by) => new(category, Confidence.Certain, Sure: true, by);

    private static RecordWritten Written(long version, string city, Provenance provenance) => new(new RecordId("client", "berg"), version, default)
    {
        Personal = new RecordWritten.Values(new Dictionary<string, RecordField> { ["city"] = new(city, provenance) }),
    };
}
