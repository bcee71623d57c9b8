using AiOs.Channels.Web.Html;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;

namespace AiOs.Channels.Web.Pages;

/// <summary>What Intake made of a message: category, how sure, why, and the values with the words they were read from.</summary>
internal static class UnderstandingHtml
{
    public static void Write(HtmlWriter html, Intent? intent)
    {
        if (intent is null)
        {
            html.Write($"<p class=\"hint\">Nobody has looked at it yet.</p>");
            return;
        }

        var percent = intent.Confidence.Permille / 10;
        html.Write($"<p class=\"category\"><strong>{Words(intent.Category)}</strong> <span>{percent} % sure</span></p>");
        BarHtml.Write(html, percent, 100);
        if (!intent.Sure)
        {
            html.Write($"<p class=\"hint\">Too unsure to go on: you are asked instead.</p>");
        }

        if (intent.Reasons.Count > 0)
        {
            html.Write($"<ul class=\"reasons\">");
            foreach (var reason in intent.Reasons)
            {
                html.Write($"<li>{reason}</li>");
            }

            html.Write($"</ul>");
        }

        WriteFields(html, intent.Fields);
        WriteAlternatives(html, intent.Alternatives);
    }

    public static string Words(Category category) => KebabEnumConverter<Category>.ToText(category).Replace('-', ' ');

    private static void WriteFields(HtmlWriter html, IReadOnlyList<ExtractedField> fields)
    {
        if (fields.Count == 0)
        {
            return;
        }

        html.Write($"<h3>Values found</h3><dl class=\"facts fields\">");
        foreach (var field in fields)
        {
            html.Write($"<div><dt>{KebabEnumConverter<FieldName>.ToText(field.Name).Replace('-', ' ')}</dt><dd>{field.Value}");
            html.Write($" <q>{field.Quote}</q></dd></div>");
        }

        html.Write($"</dl>");
    }

    private static void WriteAlternatives(HtmlWriter html, IReadOnlyList<CategoryScore> others)
    {
        if (others.Count == 0)
        {
            return;
        }

        html.Write($"<p class=\"meta\">Could also be ");
        for (var i = 0; i < others.Count; i++)
        {
            html.Write($"{(i > 0 ? ", " : "")}{Words(others[i].Category)} ({others[i].Confidence.Permille / 10} %)");
        }

        html.Write($"</p>");
    }
}
