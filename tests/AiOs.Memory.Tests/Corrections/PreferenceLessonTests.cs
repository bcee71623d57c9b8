using AiOs.Contracts.Context;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Memory.Corrections;
using AiOs.Memory.Tests.Support;
using AiOs.Testing;

namespace AiOs.Memory.Tests.Corrections;

/// <summary>Preferences come from the journal alone, of two about the same the newer one counts, and one that is taken back leaves the one before it.</summary>
public sealed class PreferenceLessonTests : IDisposable
{
    private static readonly StreamId First = new("preference/1");
    private static readonly StreamId Second = new("preference/2");

    private readonly FakeFeed _feed = new();
    private readonly LessonBook _book;
    private readonly JournalTail _tail;

    public PreferenceLessonTests()
    {
        _book = new LessonBook(_feed);
        _tail = new JournalTail(_feed, [_book]);
    }

    public void Dispose() => _tail.Dispose();

    [Fact]
    public async Task Follow_TwoAboutTheSame_TheNewerCountsAndTakenBackTheOlder()
    {
        _feed.Add(First, Closing("Best,"));
        _feed.Add(Second, Closing("Cheers,"));
        await _tail.CatchUpAsync(CancellationToken.None);
        Assert.Equal((2, "Cheers,"), Only());

        _feed.Add(StreamId.Corrections, new CorrectionWithdrawn(2, ChannelName.Web, "operator"));
        await _tail.CatchUpAsync(CancellationToken.None);
        Assert.Equal((1, "Best,"), Only());

        _tail.Restart();
        await _tail.CatchUpAsync(CancellationToken.None);
        Assert.Equal((1, "Best,"), Only());
    }

    [Fact]
    public async Task Follow_OfAnotherLanguageOrAgent_BothCount()
    {
        _feed.Add(First, Closing("Best,") with { Language = "en" });
        _feed.Add(Second, Closing("Viele Grüße") with { Language = "de" });
        _feed.Add(new StreamId("preference/3"), Closing("Yours,") with { Language = "en", Agent = AgentName.Sales });
        await _tail.CatchUpAsync(CancellationToken.None);

        Assert.Equal(3, _book.Current.Length);
    }

    [Fact]
    public async Task Follow_TheWordsWereForgotten_NoneCounts()
    {
        _feed.Add(First, Closing("Best,"));
        await _tail.CatchUpAsync(CancellationToken.None);
        _feed.Forget(First);
        _feed.Add(StreamId.Workspace, new ForgettingCompleted("f1", 1));
        await _tail.CatchUpAsync(CancellationToken.None);

        Assert.Empty(_book.Current);
    }

    [Fact]
    public void Fits_APreference_EveryCase()
    {
        var lesson = new Lesson.Preferred(new Preference(PreferenceKind.Length, "80"), Said: true) { Number = 1, At = Some.Moment, Source = First };

        Assert.True(LessonFit.Fits(lesson, null, "anything"));
    }

    private (long, string) Only()
    {
        var preferred = Assert.IsType<Lesson.Preferred>(Assert.Single(_book.Current));
        return (preferred.Number, preferred.Wanted.Value);
    }

    private static PreferenceLearned Closing(string words) => new(PreferenceKind.Closing) { Channel = ChannelName.Web, By = "operator", Personal = new PreferenceLearned.Words(words) };
}
