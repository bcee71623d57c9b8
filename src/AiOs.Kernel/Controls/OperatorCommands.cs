using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Controls.Commands;
using AiOs.Kernel.Preferences;

namespace AiOs.Kernel.Controls;

/// <summary>The slash commands. Each is one line of a table, so that the help is never behind.</summary>
internal sealed class OperatorCommands : ICommands
{
    private readonly IDesk _desk;
    private readonly IControls _controls;
    private readonly ItemNames _names;
    private readonly IReadOnlyList<OperatorCommand> _all;

    public OperatorCommands(IDesk desk, IControls controls, ItemNames names, IEnumerable<ICommandGroup> groups)
    {
        _desk = desk;
        _controls = controls;
        _names = names;
        _all =
        [
            new("freeze", string.Empty, "stops every effect at once", (_, who, stop) => SaidAsync(_controls.FreezeAsync(who.Channel, who.By, stop))) { Changes = _ => true },
            new("resume", string.Empty, "lets effects run again", (_, who, stop) => SaidAsync(_controls.ResumeAsync(who.Channel, who.By, stop))) { Changes = _ => true },
            new("autonomy", "[accept|revoke CLASS]", "what runs unasked, and what is offered", AutonomyAsync) { Changes = words => words.Length > 0 },
            new("budget", string.Empty, "how far the caps are used", (_, _, stop) => BudgetAsync(stop)),
            new("policy", string.Empty, "the policy in force", (_, _, stop) => PolicyAsync(stop)),
            new("tasks", string.Empty, "what is open", (_, who, stop) => TasksAsync(who, stop)),
            new("why", "WORKITEM", "the rule, its facts, and what would have had to be different", WhyAsync),
            new("undo", "WORKITEM", "takes back what was done", UndoAsync) { Changes = _ => true },
            .. groups.SelectMany(group => group.Commands),
            new("help", string.Empty, "this list", (_, _, _) => HelpAsync()),
        ];
    }

    public IReadOnlyList<CommandSummary> All => [.. _all.Select(static command => new CommandSummary(command.Name, command.Does))];

    public bool IsCommand(string text) => HasSlash(text) || PreferenceSentence.Read(text) is not null;

    public Task<CommandReply> RunAsync(string text, ChannelName channel, string by, CancellationToken cancellationToken) =>
        RunAsync(text, new Caller(channel, by), cancellationToken);

    /// <summary>The same for somebody in a chat, who may answer a card and may not be alone.</summary>
    public Task<CommandReply> RunAsync(string text, Caller who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (name, words) = Read(text);
        return Find(name) is { } known ? known.RunAsync(words, who with { Typed = text }, cancellationToken) : Task.FromResult(HelpPage.Unknown(name, _all));
    }

    /// <summary>The name of the command that would change something; nothing where it only reads, or is none.</summary>
    public string? ChangedBy(string text)
    {
        var (name, words) = Read(text);
        return Find(name) is { } known && known.Changes(words) ? known.Name : null;
    }

    private Task<CommandReply> HelpAsync() => Task.FromResult(HelpPage.Of(_all));

    private static bool HasSlash(string text) => text is { Length: > 1 } && text[0] == '/' && char.IsAsciiLetter(text[1]);

    /// <summary>In a group Telegram writes the bot's name behind the command. How drafts are wanted is said without one.</summary>
    private static (string Name, string[] Words) Read(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (!HasSlash(text) && PreferenceSentence.Read(text) is not null)
        {
            return ("prefer", words);
        }

        return words.Length > 0 ? (words[0].TrimStart('/').Split('@')[0], words[1..]) : (string.Empty, []);
    }

    private OperatorCommand? Find(string name) => _all.FirstOrDefault(command => string.Equals(command.Name, name, StringComparison.OrdinalIgnoreCase));

    private static async Task<CommandReply> SaidAsync(Task<ControlOutcome> outcome)
    {
        var said = await outcome;
        return new CommandReply(said.Accepted, said.Sentence, []);
    }

    private async Task<CommandReply> AutonomyAsync(string[] words, Caller who, CancellationToken cancellationToken)
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

    private async Task<CommandReply> TasksAsync(Caller who, CancellationToken cancellationToken)
    {
        const int Most = 50;
        var open = await _desk.RecentAsync(Most, before: null, openOnly: true, cancellationToken);
        await _names.KeepAsync(who, [.. open.Select(item => item.Id)], cancellationToken);
        return open.Count == 0
            ? new CommandReply(Done: true, "Nothing is open.", [])
            : new CommandReply(Done: true, $"{open.Count} open", [new CardBlock.Facts([.. open.Select((item, index) => new Fact($"{index + 1} {item.Card.Status}", $"{item.Card.Title} ({item.Id})"))])]);
    }

    private async Task<CommandReply> WhyAsync(string[] words, Caller who, CancellationToken cancellationToken)
    {
        var named = await _names.FindAsync(words, who, cancellationToken);
        return named.Item is { } item ? new CommandReply(Done: true, item.Why.Title, item.Why.Blocks) : named.Unknown();
    }

    private async Task<CommandReply> UndoAsync(string[] words, Caller who, CancellationToken cancellationToken)
    {
        var named = await _names.FindAsync(words, who, cancellationToken);
        if (named.Item is not { } item)
        {
            return named.Unknown();
        }

        var outcome = await _desk.UndoAsync(item.Id, who.Channel, who.By, cancellationToken);
        return new CommandReply(outcome.Accepted, outcome.Sentence, []);
    }
}
