using AiOs.Channels.Web.Html;
using AiOs.Channels.Web.Pages;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;

namespace AiOs.Channels.Web.Corrections;

/// <summary>What the operator put right, each with a button that takes it back.</summary>
internal static class CorrectionsPage
{
    public static HtmlWriter Render(IReadOnlyList<CorrectionView> all, ControlOutcome? outcome, string? frozenBecause, Times times)
    {
        var html = new HtmlWriter();
        Layout.Begin(html, "Corrections", Section.Controls, frozenBecause);
        html.Write($"<div class=\"wide\"><div class=\"page-head\"><h1>Corrections</h1></div>");
        if (outcome is not null)
        {
            Layout.Notice(html, outcome.Sentence, !outcome.Accepted);
        }

        html.Write($"<section class=\"panel\" aria-labelledby=\"learned\"><h2 id=\"learned\">What you put right, and how you want drafts</h2>");
        if (all.Count == 0)
        {
            html.Write($"<p class=\"hint\">Nothing so far. What a message was taken for can be put right on its page, and how drafts are wanted can be typed, such as “always close with Best, Jo”.</p>");
        }

        html.Write($"<ol class=\"timeline\">");
        foreach (var one in all)
        {
            html.Write($"<li><p class=\"step\">{one.Sentence}</p><p class=\"meta\">");
            times.WriteExact(html, one.At);
            html.Write($" · {one.Kind} · number {one.Name}</p>");
            html.Write($"<form method=\"post\" action=\"/corrections/take-back\"><input type=\"hidden\" name=\"number\" value=\"{one.Number}\"><button>Take back</button></form></li>");
        }

        html.Write($"</ol></section></div>");
        Layout.End(html);
        return html;
    }

    /// <summary>The form on a work item's page that says what it really is.</summary>
    public static void WriteForm(HtmlWriter html, WorkItemView item)
    {
        if (item.Intent is not { } intent)
        {
            return;
        }

        html.Write($"<details><summary>That is wrong</summary><form method=\"post\" action=\"/items/{item.Id}/category\"><input type=\"hidden\" name=\"from\" value=\"item\">");
        html.Write($"<label>It is <select name=\"category\">");
        foreach (var category in Enum.GetValues<Category>().Where(category => category != intent.Category))
        {
            html.Write($"<option value=\"{KebabEnumConverter<Category>.ToText(category)}\">{UnderstandingHtml.Words(category)}</option>");
        }

        html.Write($"</select></label> <button>Put right</button></form></details>");
    }
}
