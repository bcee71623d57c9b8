using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Timing;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Schedules;

/// <summary>
/// Brings about what is due. The journal is the truth: a firing is a message with a key of its own, so two hosts and a crash in between make one.
/// The cursor only says from where on to look.
/// </summary>
internal sealed class Firings(
    ScheduleBook book, ICron cron, IInbox inbox, ICursors cursors, IJournalStore store, Vault vault, WorkspaceSettings settings, TimeProvider time) : IFirings
{
    public TimeZoneInfo Zone => settings.TimeZone;

    public async Task<IReadOnlyList<PlannedSchedule>> FindAsync(CancellationToken cancellationToken) =>
        [.. (await book.ReadAsync(cancellationToken)).Where(one => one.Runs).Select(one => one.Plan)];

    public async Task DealWithAsync(string name, CancellationToken cancellationToken)
    {
        if ((await FindAsync(cancellationToken)).FirstOrDefault(one => one.Name == name) is not { } schedule)
        {
            return;
        }

        var stored = await cursors.FindAsync(ScheduleMark.NameOf(name), cancellationToken);
        var now = time.Instant();
        var rhythm = ScheduleMark.RhythmOf(schedule.Cron, Zone);
        if (ScheduleMark.Read(stored) is not { } mark || mark.Rhythm != rhythm)
        {
            var item = ScheduleMark.Read(stored)?.Item;
            await cursors.TryMoveAsync(ScheduleMark.NameOf(name), stored, new ScheduleMark(now, rhythm, item).ToString(), cancellationToken);
            return;
        }

        if (DueFirings.Of(cron, schedule, Zone, mark.Last, now) is { } due)
        {
            var fired = await BringAboutAsync(schedule, due, cancellationToken);
            await cursors.TryMoveAsync(ScheduleMark.NameOf(name), stored, new ScheduleMark(due.Last, rhythm, fired ?? mark.Item).ToString(), cancellationToken);
        }
    }

    /// <summary>Brings a schedule about at once, whether it is due or not.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="key">The same for every repeat of the same wish.</param>
    /// <param name="cancellationToken">Gives up waiting; what is durable stays.</param>
    /// <returns>The work item.</returns>
    public async Task<Receipt> RunNowAsync(PlannedSchedule schedule, string key, CancellationToken cancellationToken) =>
        await inbox.ReceiveAsync(MessageOf(schedule, time.Instant(), missed: 0, $"{schedule.Name}/now/{key}"), cancellationToken);

    /// <summary>When a schedule comes due next, and what came of it last.</summary>
    public async Task<(DateTimeOffset? Next, WorkItemId? Last)> LookAsync(PlannedSchedule schedule, CancellationToken cancellationToken)
    {
        var mark = ScheduleMark.Read(await cursors.FindAsync(ScheduleMark.NameOf(schedule.Name), cancellationToken));
        return (cron.Next(schedule.Cron, Zone, time.Instant()), mark?.Item);
    }

    /// <summary>A host that died between the message and the cursor left moments that are dealt with already: they count no second time.</summary>
    private async Task<WorkItemId?> BringAboutAsync(PlannedSchedule schedule, DueMoments due, CancellationToken cancellationToken)
    {
        var skipped = await NotFiredAsync(schedule, due.Skipped, cancellationToken);
        if (skipped.Count > 0)
        {
            await inbox.RefuseAsync(ChannelName.Schedule, "skipped:" + schedule.Name, bytes: 0, KeyOf(schedule, skipped[^1]), cancellationToken);
        }

        if (due.Fires is not { } fires)
        {
            return null;
        }

        var missed = await NotFiredAsync(schedule, due.StandsFor, cancellationToken);
        return (await inbox.ReceiveAsync(MessageOf(schedule, fires, missed.Count, KeyOf(schedule, fires)), cancellationToken)).WorkItem;
    }

    private async Task<IReadOnlyList<DateTimeOffset>> NotFiredAsync(PlannedSchedule schedule, IReadOnlyList<DateTimeOffset> moments, CancellationToken cancellationToken)
    {
        var left = new List<DateTimeOffset>(moments.Count);
        foreach (var moment in moments)
        {
            if (await store.FindDedupeAsync(vault.DedupeHash(Inbox.RepeatKeyOf(MessageOf(schedule, moment, missed: 0, KeyOf(schedule, moment)))), cancellationToken) is null)
            {
                left.Add(moment);
            }
        }

        return left;
    }

    private static string KeyOf(PlannedSchedule schedule, DateTimeOffset due) => $"{schedule.Name}/{InstantConverter.ToText(due)}";

    /// <summary>The operator's own words are said again as they said them; all else is the program's.</summary>
    private static InboundMessage MessageOf(PlannedSchedule schedule, DateTimeOffset due, int missed, string key)
    {
        var spoken = schedule.Kind is FiringKind.Words;
        return new InboundMessage
        {
            Channel = ChannelName.Schedule,
            Authority = spoken ? Authority.Operator : Authority.System,
            DedupeKey = key,
            Content = new MessageContent
            {
                Origin = spoken ? ContentOrigin.Typed : ContentOrigin.Program,
                Text = spoken ? schedule.Target : $"The schedule {schedule.Name} came due.",
                Occasion = new Occasion.Fired(schedule.Name, schedule.Kind, schedule.Target, due, missed),
            },
        };
    }
}
