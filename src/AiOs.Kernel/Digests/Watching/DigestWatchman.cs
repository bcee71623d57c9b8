using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Digests.Sending;
using AiOs.Kernel.Digests.Words;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Timing;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Digests.Watching;

/// <summary>
/// Looks after the digest beside the clock that sends it. What certainly was not sent is sent again; what did not come is told on another channel, on the
/// page and in the log, once.
/// </summary>
internal sealed partial class DigestWatchman : IDigestWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    /// <summary>A digest of yesterday is not sent after one of today.</summary>
    private static readonly TimeSpan SentAgainFor = TimeSpan.FromHours(6);

    private readonly ICron? _cron;
    private readonly ICursors _cursors;
    private readonly DigestMarks _marks;
    private readonly DigestMaker _maker;
    private readonly DigestRound _round;
    private readonly DigestWarning _warning;
    private readonly DigestSettings _settings;
    private readonly WorkspaceSettings _workspace;
    private readonly TimeProvider _time;
    private readonly ILogger<DigestWatchman> _logger;
    private readonly DateTimeOffset _since;

    public DigestWatchman(ICron? cron, ICursors cursors, DigestMarks marks, DigestMaker maker, DigestRound round, DigestWarning warning, DigestSettings settings, WorkspaceSettings workspace, TimeProvider time, ILogger<DigestWatchman> logger)
    {
        _cron = cron;
        _cursors = cursors;
        _marks = marks;
        _maker = maker;
        _round = round;
        _warning = warning;
        _settings = settings;
        _workspace = workspace;
        _time = time;
        _logger = logger;
        _since = time.Instant();
    }

    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        do
        {
            try
            {
                await LookAsync(cancellationToken);
            }
            catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
            {
                // An edge: whoever looks after others must not stop because it stumbled.
                LogStumbled(_logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = _time.Instant();
        var last = await _marks.LastAsync(cancellationToken);
        var due = await DueAsync(last, now, cancellationToken);
        var failed = last is null ? [] : await SendAgainAsync(last, now, cancellationToken);
        var state = new WatchState(due, _since, last?.Key, [.. failed]);
        var alarms = DigestWatch.Of(state, now);
        foreach (var alarm in alarms)
        {
            await RaiseAsync(alarm, cancellationToken);
        }

        if (alarms.Count == 0 && due is null)
        {
            await _warning.ClearAsync(cancellationToken);
        }
    }

    /// <summary>The last moment that passed without a digest, counted from the last one that came, or from when somebody first watched.</summary>
    private async Task<DateTimeOffset?> DueAsync(LastDigest? last, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_cron is null || _cron.FaultIn(_settings.Cron) is not null)
        {
            return null;
        }

        var from = last?.DueAt ?? await BeginAsync(now, cancellationToken);
        DateTimeOffset? due = null;
        for (var next = _cron.Next(_settings.Cron, _workspace.TimeZone, Later(from, now - TimeSpan.FromDays(2))); next is { } at && at <= now; next = _cron.Next(_settings.Cron, _workspace.TimeZone, at))
        {
            due = at;
        }

        return due;
    }

    private async Task<DateTimeOffset> BeginAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Name = "digest/watched-since";
        var text = await _cursors.FindAsync(Name, cancellationToken);
        if (text is null)
        {
            text = now.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
            await _cursors.TryMoveAsync(Name, expected: null, text, cancellationToken);
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The channels in which it does not stand everywhere after that.</summary>
    private async Task<IEnumerable<ChannelName>> SendAgainAsync(LastDigest last, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var places = await _round.FindAsync(last.Key, cancellationToken);
        if (places.Any(static place => place.Outcome is PlaceOutcome.Late) && now - last.Until < SentAgainFor && await _marks.FindAsync(last.Key, cancellationToken) is { } window)
        {
            places = await _round.SendAsync(last.Key, await _maker.MakeAsync(window, cancellationToken), cancellationToken);
        }

        await _marks.CloseAsync(last.Key, places.Where(static place => place.Outcome is PlaceOutcome.Gone).Select(static place => place.Channel), cancellationToken);
        return places.Where(static place => place.Outcome is not PlaceOutcome.Sent).Select(static place => place.Channel).Concat(await _marks.ClosedAsync(last.Key, cancellationToken));
    }

    private async Task RaiseAsync(DigestAlarm alarm, CancellationToken cancellationToken)
    {
        var sentence = alarm.DueAt is { } due
            ? $"The daily digest that was due on {new LocalWords(_workspace.TimeZone).Moment(due)} has not come. /digest shows how things stand."
            : $"The daily digest could not be delivered in {alarm.But}, or nobody can tell. /digest shows it here.";

        // The page first: what stands there holds, whatever becomes of the rest.
        if (await _cursors.TryMoveAsync("digest/alarm/" + alarm.Id, expected: null, "raised", cancellationToken))
        {
            await _warning.RaiseAsync(sentence, cancellationToken);
            LogAlarm(_logger, sentence);
        }

        await _round.TellAsync(Chat.Places.ChatNames.Short("alarm " + alarm.Id), sentence, alarm.But, cancellationToken);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    [LoggerMessage(Level = LogLevel.Error, Message = "{Sentence}")]
    private static partial void LogAlarm(ILogger logger, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The daily digest could not be looked after; it is tried again.")]
    private static partial void LogStumbled(ILogger logger, Exception fault);
}
