using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Controls;

/// <summary>The slash commands. Each is one line of a table, so that the help is never behind.</summary>
internal sealed class OperatorCommands : ICommands
{
    private readonly IDesk _desk;
    private readonly IControls _controls;
    private readonly IReadOnlyList<OperatorCommand> _all;

    public OperatorCommands(IDesk desk, IControls controls, IEnumerable<ICommandGroup> groups)
    {
        _desk = desk;
        _controls = controls;
        _all =
        [
            new("freeze", string.Empty, "stops every effect at once", (_, who, stop) => SaidAsync(_controls.FreezeAsync(who.Channel, who.By, stop))),
            new("resume", string.Empty, "lets effects run again", (_, who, stop) => SaidAsync(_controls.ResumeAsync(who.Channel, who.By, stop))),
            new("autonomy", "[accept|revoke CLASS]", "what runs unasked, and what is offered", AutonomyAsync),
            new("budget", string.Empty, "how far the caps are used", (_, _, stop) => BudgetAsync(stop)),
            new("policy", string.Empty, "the policy in force", (_, _, stop) => PolicyAsync(stop)),
            new("tasks", string.Empty, "what is open", (_, _, stop) => TasksAsync(stop)),
            new("why", "WORKITEM", "the rule, its facts, and what would have had to be different", (words, _, stop) => WhyAsync(words, stop)),
            new("undo", "WORKITEM", "takes back what was done", UndoAsync),
            .. groups.SelectMany(group => group.Commands),
            new("help", string.Empty, "this list", (_, _, _) => Task.FromResult(Help("What you can type", done: true))),
        ];
    }

    public IReadOnlyList<CommandSummary> All => [.. _all.Select(static command => new CommandSummary(command.Name, command.Does))];

    public bool IsCommand(string text) => text is { Length: > 1 } && text[0] == '/' && char.IsAsciiLetter(text[1]);

    public Task<CommandReply> RunAsync(string text, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var name = words.Length > 0 ? words[0].TrimStart('/') : string.Empty;
        return _all.FirstOrDefault(command => string.Equals(command.Name, name, StringComparison.OrdinalIgnoreCase)) is { } known
            ? known.RunAsync(words[1..], (channel, by), cancellationToken)
            : Task.FromResult(Help("There is no such command; nothing was done", done: false));
    }

    private static async Task<CommandReply> SaidAsync(Task<ControlOutcome> outcome)
    {
        var said = await outcome;
        return new CommandReply(said.Accepted, said.Sentence, []);
    }

    private async Task<CommandReply> AutonomyAsync(string[] words, (ChannelName Channel, string By) who, CancellationToken cancellationToken)
    {
        if (words is ["accept" or "revoke", var name])
        {
            return await SaidAsync(_controls.SetAutonomyAsync(name, words[0] == "accept", who.Channel, who.By, cancellationToken));
        }

        var classes = await _controls.AutonomyAsync(cancellationToken);
        return classes.Count == 0
            ? new CommandReply(Done: true, "Nothing runs unasked, and nothing is offered.", [])
            : new CommandReply(Done: true, "Autonomy", [new CardBlock.Facts([.. classes.Select(one => new Fact(one.Name, $"{one.State}: {one.Sentence}"))])]);
    }

    private async Task<CommandReply> BudgetAsync(CancellationToken cancellationToken)
    {
        var budget = await _controls.BudgetAsync(cancellationToken);
        var rows = budget.Caps.Select(cap => new Fact(cap.Name, $"{cap.Used} of {cap.Most}{(cap.IsOver ? ", which is over" : string.Empty)}"));
        return new CommandReply(Done: true, "Budget", [new CardBlock.Facts([.. rows, new Fact("interruptions today", $"{budget.Interruptions} of {budget.InterruptionsPerDay}")])]);
    }

    private async Task<CommandReply> PolicyAsync(CancellationToken cancellationToken)
    {
        var policy = await _controls.PolicyAsync(cancellationToken);
        return new CommandReply(Done: true, policy.Version, [new CardBlock.Quote("The policy", policy.Text)]);
    }

    private async Task<CommandReply> TasksAsync(CancellationToken cancellationToken)
    {
        const int Most = 50;
        var open = await _desk.RecentAsync(Most, before: null, openOnly: true, cancellationToken);
        return open.Count == 0
            ? new CommandReply(Done: true, "Nothing is open.", [])
            : new CommandReply(Done: true, $"{open.Count} open", [new CardBlock.Facts([.. open.Select(item => new Fact(item.Card.Status, $"{item.Card.Title} ({item.Id})"))])]);
    }

    private async Task<CommandReply> WhyAsync(string[] words, CancellationToken cancellationToken) =>
        words is [var text] && WorkItemId.TryParse(text, out var id) && await _desk.FindAsync(id, cancellationToken) is { } item
            ? new CommandReply(Done: true, item.Why.Title, item.Why.Blocks)
            : Unknown();

    private async Task<CommandReply> UndoAsync(string[] words, (ChannelName Channel, string By) who, CancellationToken cancellationToken) =>
        words is [var text] && WorkItemId.TryParse(text, out var id) && await _desk.UndoAsync(id, who.Channel, who.By, cancellationToken) is var outcome
            ? new CommandReply(outcome.Accepted, outcome.Sentence, [])
            : Unknown();

    private static CommandReply Unknown() => new(Done: false, "There is no such work item; /tasks lists what is open.", []);

    private CommandReply Help(string title, bool done) =>
        new(done, title, [new CardBlock.Facts([.. _all.Select(command => new Fact($"/{command.Name} {command.Arguments}".TrimEnd(), command.Does))])]);
}
