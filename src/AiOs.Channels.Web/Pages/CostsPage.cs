using AiOs.Channels.Web.Html;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using AiOs.Contracts.Models;

namespace AiOs.Channels.Web.Pages;

/// <summary>What the workspace cost, and how much it did for that.</summary>
internal static class CostsPage
{
    public static HtmlWriter Render(CostReport report, string? frozenBecause)
    {
        var html = new HtmlWriter();
        Layout.Begin(html, "Costs", Section.Costs, frozenBecause);
        html.Write($"<div class=\"wide\"><div class=\"page-head\"><h1>Costs</h1></div>");
        html.Write($"<section class=\"panel figure\" aria-labelledby=\"spent\"><h2 id=\"spent\">Spent on models</h2>");
        if (report.ModelSpent is { } spent)
        {
            html.Write($"<p class=\"big\">{spent.ToString()}</p><p class=\"hint\">This month; {report.ModelExactly?.ToString() ?? spent.ToString()} exactly.</p>");
        }
        else
        {
            html.Write($"<p class=\"big\">Nothing</p><p class=\"hint\">No model is configured, or none was asked this month: everything here was done without one.</p>");
        }

        html.Write($"</section><div class=\"panels\">");
        WriteCosts(html, "model-agents", "Models by agent", report.ModelAgents);
        WriteCosts(html, "model-clients", "Models by client", report.ModelClients);
        WriteCosts(html, "model-items", "Dearest work items", report.ModelItems);
        WriteCounts(html, "states", "Work items", report.WorkItems.Select(static pair => (Words(pair.Key), pair.Value)));
        WriteCounts(html, "categories", "What came in", report.Categories.Select(static pair => (Words(pair.Key), pair.Value)));
        WriteCounts(html, "outcomes", "Effects", report.Effects.Select(static pair => (pair.Key, pair.Value)));
        html.Write($"</div></div>");
        Layout.End(html);
        return html;
    }

    private static void WriteCosts(HtmlWriter html, string id, string title, IReadOnlyList<ModelCostLine> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        html.Write($"<section class=\"panel\" aria-labelledby=\"{id}\"><h2 id=\"{id}\">{title}</h2><table class=\"counts\"><tbody>");
        foreach (var line in lines)
        {
            html.Write($"<tr><th scope=\"row\">{line.Of}</th><td>{line.Calls} calls, {line.Tokens} tokens</td><td class=\"count\">{line.Cost.RoundedUp.ToString()}</td></tr>");
        }

        html.Write($"</tbody></table></section>");
    }

    private static void WriteCounts(HtmlWriter html, string id, string title, IEnumerable<(string Name, long Count)> counts)
    {
        var rows = counts.Where(static row => row.Count > 0).OrderByDescending(static row => row.Count).ToList();
        html.Write($"<section class=\"panel\" aria-labelledby=\"{id}\"><h2 id=\"{id}\">{title}</h2>");
        if (rows.Count == 0)
        {
            html.Write($"<p class=\"hint\">None yet.</p></section>");
            return;
        }

        html.Write($"<table class=\"counts\"><tbody>");
        foreach (var (name, count) in rows)
        {
            html.Write($"<tr><th scope=\"row\">{name}</th><td class=\"bar\">");
            BarHtml.Write(html, count, rows[0].Count);
            html.Write($"</td><td class=\"count\">{count}</td></tr>");
        }

        html.Write($"</tbody></table></section>");
    }

    private static string Words(WorkItemState state) => KebabEnumConverter<WorkItemState>.ToText(state).Replace('-', ' ');

    private static string Words(Category category) => UnderstandingHtml.Words(category);
}
