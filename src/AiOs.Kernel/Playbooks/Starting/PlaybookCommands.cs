using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Controls;
using AiOs.Kernel.Controls.Commands;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Playbooks.Reading;
using AiOs.Kernel.Playbooks.Running;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Playbooks.Starting;

/// <summary>Listing, showing, running, stopping and changing playbooks.</summary>
internal sealed class PlaybookCommands(PlaybookShelf shelf, OpenRuns runs, RunStops stops, ItemNames names, IInbox inbox, IDesk desk, IdSource ids, WorkspaceSettings settings, TimeProvider time) : ICommandGroup
{
    private const string Usage = "Write /playbook show NAME, run NAME [RECORD], stop NAME or a work item, or change NAME and the new text below it; /playbooks lists the names.";

    public IEnumerable<OperatorCommand> Commands =>
    [
        new("playbooks", string.Empty, "your repeatable processes, and their open runs", (_, _, stop) => ListAsync(stop)),
        new("playbook", "show|run|stop|change NAME", "shows, runs, stops or changes a playbook", RunAsync) { Changes = words => words is ["run" or "stop" or "change", ..] },
    ];

    private Task<CommandReply> RunAsync(string[] words, Caller who, CancellationToken cancellationToken) => words switch
    {
        ["show", var name] => ShowAsync(name, cancellationToken),
        ["run", var name] => CallAsync(name, who, cancellationToken),
        ["run", var name, var subject] => StartAsync(name, subject, who, cancellationToken),
        ["stop", ..] => StopAsync(words[1..], who, cancellationToken),
        ["change", var name, _, ..] => ChangeAsync(name, who, cancellationToken),
        _ => SaidAsync(done: false, Usage),
    };

    private async Task<CommandReply> ListAsync(CancellationToken cancellationToken)
    {
        var open = await runs.FindAsync(playbook: null, cancellationToken);
        var all = await shelf.ListAsync(cancellationToken);
        return all.Count == 0
            ? new CommandReply(Done: true, "There is no playbook.", [])
            : new CommandReply(Done: true, $"{all.Count} playbooks", [new CardBlock.Facts([.. all.Select(playbook => new Fact(playbook.Id.Key, LineOf(playbook, open)))])]);
    }

    private string LineOf(PlaybookVersion playbook, IReadOnlyList<OpenRun> open)
    {
        if (playbook.Document is not { } document)
        {
            return "cannot be read; /playbook show says why";
        }

        var count = open.Count(run => run.Called.Playbook == playbook.Id);
        var next = shelf.NextOf(document.Cron, settings.TimeZone, time.Instant()) is { } moment ? string.Create(CultureInfo.InvariantCulture, $"; next {settings.Local(moment):yyyy-MM-dd HH:mm}") : string.Empty;
        return $"{document.Title}; {PlaybookWords.Trigger(document)}{next}; {(count == 0 ? "no open run" : count == 1 ? "1 open run" : $"{count} open runs")}";
    }

    private async Task<CommandReply> ShowAsync(string name, CancellationToken cancellationToken)
    {
        if (await shelf.FindAsync(name, cancellationToken) is not { } playbook)
        {
            return Unknown(name);
        }

        var open = await runs.FindAsync(playbook.Id, cancellationToken);
        return new CommandReply(Done: true, $"{playbook.Id}, version {playbook.Version}",
        [
            .. playbook.Reading is PlaybookReading.Bad bad ? [new CardBlock.Warning($"It cannot be run; line {bad.Line}: {bad.Reason}")] : Array.Empty<CardBlock>(),
            new CardBlock.Quote("The playbook", playbook.Text),
            .. open.Count > 0 ? [new CardBlock.Facts([.. open.Select(run => new Fact(run.Item.Id.ToString(), run.Item.Plan?.Words?.Summary ?? PlaybookWords.Run(playbook.Document!, run.Called.Subject?.ToString())))])] : Array.Empty<CardBlock>(),
        ]);
    }

    /// <summary>The same as if its schedule were due.</summary>
    private async Task<CommandReply> CallAsync(string name, Caller who, CancellationToken cancellationToken)
    {
        if (await shelf.FindAsync(name, cancellationToken) is not { } playbook)
        {
            return Unknown(name);
        }

        var title = $"Run {playbook.Document?.Title ?? name}";
        var receipt = await inbox.ReceiveAsync(
            new InboundMessage
            {
                Channel = ChannelName.Playbook,
                Authority = Authority.System,
                DedupeKey = $"{who.Channel}/{who.By}/{ids.Next():N}",
                Content = new MessageContent { Origin = ContentOrigin.Program, Subject = title, Text = title, Occasion = new Occasion.Fired("your command", FiringKind.Playbook, name, time.Instant(), Missed: 0) },
            },
            cancellationToken);
        return await ToldAsync(receipt.WorkItem, cancellationToken);
    }

    private async Task<CommandReply> StartAsync(string name, string text, Caller who, CancellationToken cancellationToken)
    {
        if (await shelf.FindAsync(name, cancellationToken) is not { } playbook)
        {
            return Unknown(name);
        }

        if (playbook.Document is not { ForEach: { } selection } document)
        {
            return new CommandReply(Done: false, $"{name} is run for no Record; write /playbook run {name}.", []);
        }

        if (!RecordId.TryParse(text.Contains('/', StringComparison.Ordinal) ? text : $"{selection.Type}/{text}", out var subject) || subject.Type != selection.Type)
        {
            return new CommandReply(Done: false, $"{name} is run for a Record of the type {selection.Type}; write {selection.Type}/ and its name.", []);
        }

        if ((await runs.FindAsync(playbook.Id, cancellationToken)).FirstOrDefault(run => run.Called.Subject == subject) is { } open)
        {
            return new CommandReply(Done: false, $"A run of it is at {subject} already: {open.Item.Id}.", []);
        }

        var receipt = await inbox.ReceiveAsync(PlaybookStart.Message(StartDrafts.Arguments(playbook, document, subject), $"{who.Channel}/{who.By}/{ids.Next():N}"), cancellationToken);
        return await ToldAsync(receipt.WorkItem, cancellationToken);
    }

    private async Task<CommandReply> StopAsync(string[] words, Caller who, CancellationToken cancellationToken)
    {
        var named = words is [var name] && await shelf.FindAsync(name, cancellationToken) is { } playbook
            ? [.. (await runs.FindAsync(playbook.Id, cancellationToken)).Select(run => run.Item.Id)]
            : await names.FindAsync(words, who, cancellationToken) is { Item: { } item } ? new[] { item.Id } : [];
        var stopped = 0;
        foreach (var id in named)
        {
            stopped += await stops.StopAsync(id, who, cancellationToken) ? 1 : 0;
        }

        return new CommandReply(stopped > 0, stopped switch { 0 => "No open run is meant by that; /playbooks lists them.", 1 => "The run is stopped. What was done stays done.", _ => $"{stopped} runs are stopped. What was done stays done." }, []);
    }

    private async Task<CommandReply> ChangeAsync(string name, Caller who, CancellationToken cancellationToken)
    {
        var text = TypedText.After(who.Typed ?? string.Empty, words: 3);
        if (shelf.Read(text, name) is PlaybookReading.Bad bad)
        {
            return new CommandReply(Done: false, $"Nothing was changed. Line {bad.Line}: {bad.Reason}", []);
        }

        var receipt = await inbox.ReceiveAsync(
            new InboundMessage
            {
                Channel = who.Channel,
                Authority = Authority.Operator,
                DedupeKey = $"playbook/{who.By}/{ids.Next():N}",
                Content = new MessageContent { Origin = ContentOrigin.Typed, Subject = $"Change the playbook {name}", Text = text, Occasion = new Occasion.PlaybookEdited(PlaybookShelf.IdOf(name)) },
            },
            cancellationToken);
        return await desk.FindAsync(receipt.WorkItem, cancellationToken) is { } item
            ? new CommandReply(Done: true, "Look at what would be different, and decide.", []) { Card = item.Card }
            : new CommandReply(Done: false, "It could not be prepared; /tasks shows what became of it.", []);
    }

    private async Task<CommandReply> ToldAsync(WorkItemId id, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is { } item
            ? new CommandReply(Done: true, item.Card.Title, item.Card.Blocks) { Card = item.Card }
            : new CommandReply(Done: false, "It could not be started; /tasks shows what became of it.", []);

    private static CommandReply Unknown(string name) => new(Done: false, $"There is no playbook {name}; /playbooks lists what there is.", []);

    private static Task<CommandReply> SaidAsync(bool done, string sentence) => Task.FromResult(new CommandReply(done, sentence, []));
}
