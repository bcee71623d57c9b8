using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Models;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Records;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Controls.Models;

/// <summary>Says for whom and what models were paid.</summary>
internal sealed class ModelCosts(ModelBook book, WorkspaceJournal journal, RecordReader records, WorkspaceSettings settings)
{
    private const int MostItems = 10;
    private const int MostClients = 10;
    private const int MostLoaded = 500;
    private const string Nobody = "nobody known";
    private const string ClientType = "client";

    /// <summary>Adds what models cost to a report. Only the workspace's own currency is added up; there is no other in practice.</summary>
    public async Task<CostReport> AddAsync(CostReport report, CancellationToken cancellationToken)
    {
        var calls = (await book.ThisMonthAsync(cancellationToken)).Where(call => call.Cost.Currency == settings.Currency).ToArray();
        if (calls.Length == 0)
        {
            return report;
        }

        var whole = Line(string.Empty, calls).Cost;
        var items = calls.Where(call => call.WorkItem is not null).GroupBy(call => call.WorkItem!.Value).OrderByDescending(item => Line(string.Empty, item).Cost.Billionths).ToArray();
        var dearest = new List<ModelCostLine>();
        var clients = calls.Where(call => call.WorkItem is null).Select(call => (Of: Nobody, Call: call)).ToList();
        foreach (var item in items.Take(MostLoaded))
        {
            var (title, client) = await NamesAsync(item.Key, cancellationToken);
            clients.AddRange(item.Select(call => (client, call)));
            if (dearest.Count < MostItems)
            {
                dearest.Add(Line(title, item));
            }
        }

        clients.AddRange(items.Skip(MostLoaded).SelectMany(static item => item).Select(call => (Nobody, call)));
        return report with
        {
            ModelSpent = whole.RoundedUp,
            ModelExactly = whole,
            ModelAgents = [.. calls.GroupBy(call => call.Agent).Select(agent => Line(agent.Key.Value, agent)).OrderByDescending(line => line.Cost.Billionths)],
            ModelClients = [.. clients.GroupBy(one => one.Of).Select(client => Line(client.Key, client.Select(static one => one.Call))).OrderByDescending(line => line.Cost.Billionths).Take(MostClients)],
            ModelItems = dearest,
        };
    }

    private ModelCostLine Line(string of, IEnumerable<CalledModel> calls)
    {
        var (sum, count, tokens) = (Int128.Zero, 0L, 0L);
        foreach (var call in calls)
        {
            (sum, count, tokens) = (sum + call.Cost.Billionths, count + 1, tokens + call.Tokens);
        }

        return new ModelCostLine(of, new ExactMoney((long)Int128.Min(sum, long.MaxValue), settings.Currency), count, tokens);
    }

    /// <summary>Nobody who was forgotten is named.</summary>
    private async Task<(string Title, string Client)> NamesAsync(WorkItemId id, CancellationToken cancellationToken)
    {
        if (await journal.LoadAsync(StreamId.Of(id), cancellationToken) is not WorkItem { Content: { } content })
        {
            return ($"work item {id}", Nobody);
        }

        var title = content.Subject is { Length: > 0 } subject ? $"“{subject}”" : $"work item {id}";
        var known = content.Sender is { } sender ? await records.AboutAsync([sender.Address], cancellationToken) : [];
        var client = known.FirstOrDefault(record => record.Id.Type == ClientType);
        return (title, client is null ? Nobody : client.Fields.GetValueOrDefault("name")?.Value ?? client.Id.ToString());
    }
}
