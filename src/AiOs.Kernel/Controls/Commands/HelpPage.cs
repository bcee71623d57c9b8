using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;

namespace AiOs.Kernel.Controls.Commands;

/// <summary>What can be typed, in groups, one line each.</summary>
internal static class HelpPage
{
    private static readonly (string Title, string[] Names)[] Groups =
    [
        ("What is going on", ["today", "tasks", "show", "why", "digest"]),
        ("Deciding", ["approve", "reject", "undo", "freeze", "resume"]),
        ("Rules and money", ["autonomy", "policy", "budget", "cost", "schedule", "playbooks", "playbook"]),
        ("What is known", ["clients", "invoices", "record", "remember", "category", "prefer", "corrections", "unlearn", "forget"]),
        ("This program", ["devices", "pair", "export", "help"]),
    ];

    public static CommandReply Of(IReadOnlyList<OperatorCommand> all) => new(Done: true, "What you can type; plain words do as well",
    [
        .. Groups.SelectMany(group => Of(group.Title, all.Where(command => group.Names.Contains(command.Name)).OrderBy(command => Array.IndexOf(group.Names, command.Name)))),
        .. Of("More", all.Where(command => !Groups.Any(group => group.Names.Contains(command.Name)))),
    ]);

    public static CommandReply Unknown(string typed, IReadOnlyList<OperatorCommand> all) => new(
        Done: false,
        Nearest.Of(typed, all.Select(command => command.Name)) is { } near ? $"There is no such command; nothing was done. Did you mean /{near}?" : "There is no such command; nothing was done. /help lists what there is.",
        []);

    private static IEnumerable<CardBlock> Of(string title, IEnumerable<OperatorCommand> commands)
    {
        Fact[] rows = [.. commands.Select(command => new Fact($"/{command.Name} {command.Arguments}".TrimEnd(), command.Does))];
        return rows.Length == 0 ? [] : [new CardBlock.Text(title), new CardBlock.Facts(rows)];
    }
}
