namespace AiOs.Channels.Web.Html;

/// <summary>A bar that shows a share beside the number that says it. Drawn, since a page may carry no style of its own.</summary>
internal static class BarHtml
{
    public static void Write(HtmlWriter html, long part, long whole)
    {
        html.Write($"<svg class=\"meter\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        html.Write($"<rect width=\"{Math.Clamp(part * 1000 / Math.Max(whole, 1), 0, 1000)}\" height=\"10\"/></svg>");
    }
}
