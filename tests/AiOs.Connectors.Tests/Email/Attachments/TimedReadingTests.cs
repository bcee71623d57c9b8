using AiOs.Connectors.Email.Attachments;

namespace AiOs.Connectors.Tests.Email.Attachments;

/// <summary>A reading that never ends holds up nothing but its own thread, and no more than two of those.</summary>
public sealed class TimedReadingTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public void Run_ReadingThatEnds_GivesWhatItRead() =>
        Assert.Equal("read", new TimedReading().Run(_ => "read", Long, TestContext.Current.CancellationToken));

    [Fact]
    public void Run_ReadingThatThrows_TellsWhat()
    {
        var fault = Assert.Throws<UnreadableAttachmentException>(() => new TimedReading().Run<string>(_ => throw new InvalidDataException("broken"), Long, TestContext.Current.CancellationToken));
        Assert.IsType<InvalidDataException>(fault.InnerException);
    }

    [Fact]
    public void Run_ReadingsThatNeverEnd_AreGivenUpAndThenNoMoreAreBegun()
    {
        using var release = new ManualResetEventSlim();
        using var ended = new CountdownEvent(TimedReading.MostStuck);
        var timed = new TimedReading();
        for (var stuck = 0; stuck < TimedReading.MostStuck; stuck++)
        {
            Assert.Null(timed.Run(_ =>
            {
                release.Wait(TestContext.Current.CancellationToken);
                ended.Signal();
                return "late";
            }, Short, TestContext.Current.CancellationToken));
        }

        var begun = false;
        Assert.Null(timed.Run(_ =>
        {
            begun = true;
            return "third";
        }, Long, TestContext.Current.CancellationToken));
        Assert.False(begun);

        release.Set();
        Assert.True(ended.Wait(Long, TestContext.Current.CancellationToken));
        Assert.True(SpinWait.SpinUntil(() => timed.Run(_ => "again", Long, TestContext.Current.CancellationToken) == "again", Long));
    }

    [Fact]
    public void Run_NobodyWaitsAnyMore_TellsTheReading()
    {
        using var told = new ManualResetEventSlim();
        Assert.Null(new TimedReading().Run<string>(stop =>
        {
            try
            {
                while (true) stop.ThrowIfRaised();
            }
            finally
            {
                told.Set();
            }
        }, Short, TestContext.Current.CancellationToken));
        Assert.True(told.Wait(Long, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Run_Cancelled_EndsAtOnce()
    {
        using var release = new ManualResetEventSlim();
        using var stop = new CancellationTokenSource(Short);
        Assert.Throws<OperationCanceledException>(() => new TimedReading().Run(_ =>
        {
            release.Wait(Long, CancellationToken.None);
            return "late";
        }, Long, stop.Token));
        release.Set();
    }
}
