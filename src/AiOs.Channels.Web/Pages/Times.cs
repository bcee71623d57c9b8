using System.Globalization;
using AiOs.Channels.Web.Html;
using AiOs.Contracts.Json;

namespace AiOs.Channels.Web.Pages;

/// <summary>Moments as people read them, in the time zone of the injected clock.</summary>
internal sealed class Times(TimeProvider clock)
{
    /// <summary>Writes a moment: the time alone today, the day too otherwise.</summary>
    public void Write(HtmlWriter html, DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone);
        var today = clock.GetLocalNow();
        var form = local.Date == today.Date ? "HH:mm" : local.Year == today.Year ? "ddd d MMM, HH:mm" : "d MMM yyyy, HH:mm";
        Write(html, moment, local, form);
    }

    /// <summary>Writes a moment with its day, its second and its offset.</summary>
    public void WriteExact(HtmlWriter html, DateTimeOffset moment) =>
        Write(html, moment, TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone), "d MMM yyyy, HH:mm:ss zzz");

    private static void Write(HtmlWriter html, DateTimeOffset moment, DateTimeOffset local, string form) =>
        html.Write($"<time datetime=\"{InstantConverter.ToText(moment)}\">{local.ToString(form, CultureInfo.InvariantCulture)}</time>");
}
