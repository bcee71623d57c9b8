using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Json;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Schedules;
using AiOs.Contracts.Schedules.Words;
using AiOs.Kernel.Controls;
using AiOs.Kernel.Controls.Commands;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Schedules;

/// <summary>
/// What runs by the clock: shown, added, stopped, and run at once. What is added or stopped goes the way of everything that the operator types: a
/// proposal that policy judges, and that can be taken back.
/// </summary>
internal sealed class ScheduleCommands(ScheduleBook book, Firings firings, IInbox inbox, IDesk desk, WorkspaceSettings settings, TimeProvider time) : ICommandGroup
{
    private const int MostListed = 40;
    private const int LongestTarget = 80;
    private const string Usage = "Say when, then what, as in “/schedule every Monday at 9 chase overdue invoices”; “/schedule stop NAME”, “start NAME” or “run NAME” for one that /schedule lists.";

    /// <summary>How long an answer waits for what was started; after that it goes on by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public IEnumerable<OperatorCommand> Commands =>
    [
        new("schedule", "[WORDS | stop|start|run NAME]", "what runs by the clock", (words, who, stop) => words switch
        {
            [] => ListAsync(stop),
            ["stop" or "start" or "run", var name] => OneAsync(words[0], name, who, stop),
            _ => AddAsync(string.Join(' ', words), who, stop),
        })
        { Changes = words => words.Length > 0 },
    ];

    private async Task<CommandReply> ListAsync(CancellationToken cancellationToken)
    {
        var all = await book.ReadAsync(cancellationToken);
        if (all.Count == 0)
        {
            return new CommandReply(Done: true, "Nothing runs by the clock: there are no schedules yet.", [new CardBlock.Hint(Usage)]);
        }

        var rows = new List<Fact>();
        foreach (var one in all.Take(MostListed))
        {
            rows.Add(new Fact(one.Plan.Name, await LineAsync(one, cancellationToken)));
        }

        var rest = all.Count > MostListed ? string.Create(CultureInfo.InvariantCulture, $"And {all.Count - MostListed} more. ") : string.Empty;
        var count = all.Count == 1 ? "1 schedule" : string.Create(CultureInfo.InvariantCulture, $"{all.Count} schedules");
        return new CommandReply(Done: true, $"{count}, by the clock of {settings.TimeZone.Id}", [new CardBlock.Facts(rows), new CardBlock.Hint(rest + Usage)]);
    }

    private async Task<string> LineAsync(BookedSchedule one, CancellationToken cancellationToken)
    {
        var (next, last) = one.Fault is null ? await firings.LookAsync(one.Plan, cancellationToken) : (null, null);
        var before = last is { } item ? await desk.FindAsync(item, cancellationToken) : null;
        string?[] parts =
        [
            one.Fault is { } fault ? $"cannot run: {fault} ({one.Plan.Cron})" : CronWords.Of(one.Plan.Cron),
            one.Plan.Kind switch { FiringKind.Words => $"says “{Short(one.Plan.Target)}”", FiringKind.Playbook => "playbook " + one.Plan.Target, _ => null },
            !one.IsOn ? "stopped" : next is { } at ? "next " + settings.Local(at).ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null,
            before is null ? "has not run yet" : $"last {settings.Local(before.OpenedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}: {ResultOf(before)}",
            "from " + one.Plan.From,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    private static string ResultOf(WorkItemView item) => item.Effects is [.., { Detail: { Length: > 0 } detail }] ? $"{item.Card.Status}, {detail}" : item.Card.Status;

    private async Task<CommandReply> OneAsync(string verb, string name, Caller who, CancellationToken cancellationToken)
    {
        var all = await book.ReadAsync(cancellationToken);
        if (all.FirstOrDefault(one => one.Plan.Name == name) is not { } found)
        {
            var meant = Nearest.Of(name, all.Select(one => one.Plan.Name));
            return new CommandReply(Done: false, $"There is no schedule “{name}”{(meant is null ? string.Empty : $"; did you mean “{meant}”?")} /schedule lists them.", []);
        }

        if (verb == "run")
        {
            return found.Fault is { } fault
                ? new CommandReply(Done: false, $"“{name}” cannot run: {fault}.", [])
                : await AnswerAsync(firings.RunNowAsync(found.Plan, KeyOf(who), cancellationToken), cancellationToken);
        }

        return found.IsOn == (verb == "start")
            ? new CommandReply(Done: true, $"“{name}” is {(found.IsOn ? "on" : "stopped")} already.", [])
            : await SayAsync($"{verb} schedule/{name}", who, cancellationToken);
    }

    private async Task<CommandReply> AddAsync(string words, Caller who, CancellationToken cancellationToken) =>
        ScheduleWords.Read(words) is null ? new CommandReply(Done: false, Usage, []) : await SayAsync(words, who, cancellationToken);

    /// <summary>The operator's typed words, in the way that all of them go.</summary>
    private Task<CommandReply> SayAsync(string words, Caller who, CancellationToken cancellationToken)
    {
        var message = new InboundMessage
        {
            Channel = who.Channel,
            Authority = Authority.Operator,
            DedupeKey = $"schedule/{KeyOf(who)}/{words}",
            Content = new MessageContent { Origin = ContentOrigin.Typed, Text = words },
        };
        return AnswerAsync(inbox.ReceiveAsync(message, cancellationToken), cancellationToken);
    }

    private async Task<CommandReply> AnswerAsync(Task<Receipt> receiving, CancellationToken cancellationToken)
    {
        if (await Task.WhenAny(receiving, Task.Delay(Patience, time, cancellationToken)) != receiving)
        {
            return new CommandReply(Done: true, "It runs, and takes longer than a moment; /schedule shows what comes of it.", []);
        }

        var item = await desk.FindAsync((await receiving).WorkItem, cancellationToken);
        return item is null
            ? new CommandReply(Done: true, "It is taken.", [])
            : new CommandReply(Done: item.State is not WorkItemState.Failed, $"{item.Card.Status}: {item.Card.Title}", item.Effects is [.., { Detail: { Length: > 0 } detail }] ? [new CardBlock.Text(detail)] : []);
    }

    private string KeyOf(Caller who) => $"{who.Channel}/{who.By}/{InstantConverter.ToText(who.At ?? time.Instant())}";

    private static string Short(string text) => text.Length <= LongestTarget ? text : text[..LongestTarget] + "…";
}
