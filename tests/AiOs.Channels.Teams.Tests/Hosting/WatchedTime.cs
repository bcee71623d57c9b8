using Microsoft.Extensions.Time.Testing;

namespace AiOs.Channels.Teams.Tests.Hosting;

/// <summary>A clock that stands still until it is moved, and says when somebody begins to wait for a span.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<(TimeSpan Span, TaskCompletionSource Begun)> _watched = [];

    public WatchedTime()
        : base(System.GetUtcNow())
    {
    }

    /// <summary>When the next wait for exactly this span begins. Ask before what begins it.</summary>
    public Task WaitFor(TimeSpan span)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _watched.Add((span, begun));
        }

        return begun.Task;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_gate)
        {
            var at = _watched.FindIndex(one => one.Span == dueTime);
            if (at >= 0)
            {
                _watched[at].Begun.SetResult();
                _watched.RemoveAt(at);
            }
        }

        return timer;
    }
}
