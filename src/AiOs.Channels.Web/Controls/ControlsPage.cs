using AiOs.Channels.Web.Html;
using AiOs.Channels.Web.Pages;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Controls;

/// <summary>What the operator holds the workspace with: stop and go, money, autonomy and the policy.</summary>
internal static class ControlsPage
{
    public static HtmlWriter Render(ControlsView view)
    {
        var html = new HtmlWriter();
        Layout.Begin(html, "Controls", Section.Controls, view.FrozenBecause);
        html.Write($"<div class=\"wide\"><div class=\"page-head\"><h1>Controls</h1>");
        html.Write($"<p><a href=\"/corrections\">What you put right</a></p>");
        WriteFreeze(html, view.FrozenBecause is not null);
        html.Write($"</div>");
        if (view.Outcome is { } outcome)
        {
            Layout.Notice(html, outcome.Sentence, !outcome.Accepted);
        }

        html.Write($"<div class=\"panels\">");
        WriteBudget(html, view.Budget);
        WriteAutonomy(html, view.Autonomy);
        html.Write($"</div>");
        html.Write($"<section class=\"panel\" aria-labelledby=\"policy\"><h2 id=\"policy\">Policy in force</h2>");
        html.Write($"<p class=\"meta\">Version <code>{view.Policy.Version}</code>. Change it in the file, or say it in the chat: “cap ads at 200 a month”.</p>");
        html.Write($"<pre tabindex=\"0\" aria-labelledby=\"policy\">{view.Policy.Text}</pre></section></div>");
        Layout.End(html);
        return html;
    }

    private static void WriteFreeze(HtmlWriter html, bool frozen)
    {
        if (frozen)
        {
            html.Write($"<form method=\"post\" action=\"/controls/resume\"><button class=\"plain-yes\">Resume</button></form>");
        }
        else
        {
            html.Write($"<form method=\"post\" action=\"/controls/freeze\"><button class=\"no\">Freeze everything</button></form>");
        }
    }

    private static void WriteBudget(HtmlWriter html, BudgetView budget)
    {
        html.Write($"<section class=\"panel\" aria-labelledby=\"caps\"><h2 id=\"caps\">Caps</h2>");
        if (budget.Caps.Count == 0)
        {
            html.Write($"<p class=\"hint\">The policy names no caps.</p>");
        }

        html.Write($"<ul class=\"caps\">");
        foreach (var cap in budget.Caps)
        {
            html.Write($"<li class=\"{(cap.IsOver ? "over" : "within")}\"><p class=\"cap\"><span>{NameOf(cap.Name)}</span> <span>{cap.Used.ToString()} of {cap.Most.ToString()}");
            html.Write($"{(cap.IsOver ? ", over" : "")}</span></p>");
            BarHtml.Write(html, cap.Used.Minor, cap.Most.Minor);
            html.Write($"</li>");
        }

        html.Write($"<li><p class=\"cap\"><span>questions today</span> <span>{budget.Interruptions} of {budget.InterruptionsPerDay}</span></p>");
        BarHtml.Write(html, budget.Interruptions, budget.InterruptionsPerDay);
        html.Write($"</li></ul></section>");
    }

    private static void WriteAutonomy(HtmlWriter html, IReadOnlyList<AutonomyView> classes)
    {
        html.Write($"<section class=\"panel\" aria-labelledby=\"autonomy\"><h2 id=\"autonomy\">Autonomy</h2>");
        if (classes.Count == 0)
        {
            html.Write($"<p class=\"hint\">Nothing runs unasked by its own record, and nothing is offered yet.</p>");
        }

        foreach (var one in classes)
        {
            html.Write($"<div class=\"effect\"><h3>{one.Name}</h3><p class=\"meta\"><span class=\"outcome {ToneOf(one.State)}\">{one.State}</span></p><p>{one.Sentence}</p>");
            WriteButtons(html, one);
            html.Write($"</div>");
        }

        html.Write($"</section>");
    }

    private static void WriteButtons(HtmlWriter html, AutonomyView one)
    {
        if (one.State is not ("offered" or "granted"))
        {
            return;
        }

        html.Write($"<form method=\"post\" action=\"/controls/autonomy\" class=\"row\"><input type=\"hidden\" name=\"class\" value=\"{one.Name}\">");
        if (one.State == "offered")
        {
            html.Write($"<button class=\"plain-yes\" name=\"accept\" value=\"yes\" aria-label=\"Accept {one.Name}\">Accept</button>");
        }

        html.Write($"<button class=\"no\" name=\"accept\" value=\"no\" aria-label=\"{(one.State == "offered" ? "Turn down" : "Revoke")} {one.Name}\">");
        html.Write($"{(one.State == "offered" ? "Turn down" : "Revoke")}</button></form>");
    }

    private static string NameOf(string name) => name.Replace("/", " · ", StringComparison.Ordinal);

    private static string ToneOf(string state) => state switch
    {
        "granted" => "done",
        "offered" => "waiting",
        "fallen" => "trouble",
        _ => "declined",
    };
}
