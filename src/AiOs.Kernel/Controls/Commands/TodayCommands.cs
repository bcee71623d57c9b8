using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Json;
using AiOs.Contracts.Models;
using AiOs.Kernel.Desk;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Controls.Commands;

/// <summary>What waits, what was done, and what it cost.</summary>
internal sealed class TodayCommands(IDesk desk, OpenItems open, IControls controls, ItemNames names, WorkspaceSettings settings, TimeProvider time) : ICommandGroup
{
    private const int MostLooked = 200;
    private const int MostListed = 20;
    private const int MostItems = 3;

    public IEnumerable<OperatorCommand> Commands =>
    [
        new("today", string.Empty, "what waits for you, what was done today, and the money", (_, who, stop) => TodayAsync(who, stop)),
        new("cost", string.Empty, "what the models cost, and what came of it", (_, _, stop) => CostAsync(stop)),
    ];

    private async Task<CommandReply> TodayAsync(Caller who, CancellationToken cancellationToken)
    {
        var waiting = await open.WaitingAsync(MostLooked, cancellationToken);
        var today = settings.Local(time.Instant()).Date;
        var ended = (await desk.RecentAsync(MostLooked, before: null, openOnly: false, cancellationToken))
            .Where(item => IsOver(item.State) && !item.IsRoutine && settings.Local(item.ChangedAt).Date == today).ToArray();
        await names.KeepAsync(who, [.. waiting.Take(MostListed).Select(item => item.Id)], cancellationToken);
        return new CommandReply(Done: true, $"{Count(waiting.Count, "thing waits", "things wait")} for you, {Count(ended.Length, "was", "were")} finished today",
        [
            .. desk.FrozenBecause is { } frozen ? [new CardBlock.Warning(frozen)] : Array.Empty<CardBlock>(),
            .. Listed("Waiting for you", [.. waiting.Select((item, index) => new Fact($"{Number(index + 1)} {item.Card.Status}", item.Card.Title))]),
            .. Listed("Finished today", [.. ended.Select(item => new Fact(Ending(item), item.Card.Title))]),
            .. Listed("Money", await MoneyAsync(cancellationToken)),
        ]);
    }

    private async Task<CommandReply> CostAsync(CancellationToken cancellationToken)
    {
        var costs = await desk.CostsAsync(cancellationToken);
        var spent = costs is { ModelSpent: { } money, ModelExactly: { } exactly } ? $"{money} this month ({exactly} exactly)" : "nothing, since no model was paid";
        return new CommandReply(Done: true, "What it cost and what came of it",
        [
            new CardBlock.Facts(
            [
                new Fact("models", spent),
                .. ModelLines("models for the", " agent", costs.ModelAgents),
                .. ModelLines("models for", string.Empty, costs.ModelClients),
                .. ModelLines("models for", string.Empty, costs.ModelItems.Take(MostItems)),
                .. await MoneyAsync(cancellationToken),
                .. costs.Effects.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new Fact("effects " + one.Key, Number(one.Value))),
                .. costs.WorkItems.Where(one => one.Value > 0).OrderBy(one => one.Key).Select(one => new Fact("work items " + KebabEnumConverter<WorkItemState>.ToText(one.Key).Replace('-', ' '), Number(one.Value))),
            ]),
        ]);
    }

    private static IEnumerable<Fact> ModelLines(string before, string after, IEnumerable<ModelCostLine> lines) => lines.Select(line =>
        new Fact($"{before} {line.Of}{after}", $"{line.Cost.RoundedUp} ({Count((int)line.Calls, "call", "calls")}, {Number(line.Tokens)} tokens)"));

    private async Task<Fact[]> MoneyAsync(CancellationToken cancellationToken)
    {
        var budget = await controls.BudgetAsync(cancellationToken);
        return
        [
            .. budget.Caps.Select(cap => new Fact(cap.Name, $"{cap.Used} of {cap.Most}{(cap.IsOver ? ", which is over" : string.Empty)}")),
            new Fact("questions today", $"{Number(budget.Interruptions)} of {Number(budget.InterruptionsPerDay)}"),
        ];
    }

    private static IEnumerable<CardBlock> Listed(string title, Fact[] rows) => rows.Length == 0
        ? []
        : [new CardBlock.Text(title), new CardBlock.Facts([.. rows.Take(MostListed)]), .. rows.Length > MostListed ? [new CardBlock.Hint($"And {Number(rows.Length - MostListed)} more.")] : Array.Empty<CardBlock>()];

    private static bool IsOver(WorkItemState state) =>
        state is WorkItemState.Done or WorkItemState.Rejected or WorkItemState.Failed or WorkItemState.Expired or WorkItemState.Undone;

    private static string Ending(WorkItemView item) => item is { State: WorkItemState.Done, Approvals.Count: 0, Effects.Count: > 0 } ? item.Card.Status + ", unasked" : item.Card.Status;

    private static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
