using System.Collections.Concurrent;
using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>
/// Reads time zones: <c>CET</c>, <c>EST</c>, <c>UTC+1</c>, <c>+01:00</c>, <c>Z</c>, <c>Berlin time</c>, <c>New York
/// time</c>.
/// </summary>
internal static class Zones
{
    private static readonly WordTable<int> Fixed = WordTable<int>.Of(
        (0, "UTC GMT WET"), (60, "CET MEZ BST WEST"), (120, "CEST MESZ EET"), (180, "EEST MSK"), (540, "JST KST"), (480, "SGT HKT AWST"),
        (600, "AEST"), (660, "AEDT"), (-300, "EST CDT"), (-240, "EDT"), (-360, "CST MDT"), (-420, "MST PDT"), (-480, "PST"));

    private static readonly WordTable<string> Places = WordTable<string>.Of(
        ("America/New_York", "ET Eastern"), ("America/Chicago", "CT Central Chicago"), ("America/Denver", "MT Mountain Denver"),
        ("America/Los_Angeles", "PT Pacific"), ("Europe/Berlin", "Berlin Berliner German Munich Hamburg Frankfurt deutscher deutsche"),
        ("Europe/London", "London UK British"), ("Europe/Paris", "Paris French"), ("Europe/Madrid", "Madrid Spanish Barcelona"),
        ("Europe/Rome", "Rome Milan Italian"), ("Europe/Vienna", "Vienna Wien Wiener"), ("Europe/Zurich", "Zurich Zürich Swiss"),
        ("Europe/Amsterdam", "Amsterdam Dutch"), ("Europe/Lisbon", "Lisbon"), ("Europe/Dublin", "Dublin Irish"), ("Europe/Athens",
            "Athens"),
        ("Europe/Helsinki", "Helsinki"), ("Europe/Stockholm", "Stockholm"), ("Europe/Warsaw", "Warsaw"), ("Europe/Istanbul", "Istanbul"),
        ("Asia/Tokyo", "Tokyo"), ("Asia/Singapore", "Singapore"), ("Asia/Dubai", "Dubai"), ("Asia/Kolkata", "Mumbai Delhi Indian"),
        ("Australia/Sydney", "Sydney"), ("America/Toronto", "Toronto"), ("America/Sao_Paulo", "Paulo"));

    private static readonly ConcurrentDictionary<string, TimeZoneInfo?> Known = new(StringComparer.Ordinal);

    public static bool TryRead(TokenText text, int i, out ZoneHit hit)
    {
        var open = text.IsSign(i, '(') ? 1 : 0;
        if (!TryOffset(text, i + open, out hit) && !TryName(text, i + open, out hit))
        {
            return false;
        }

        hit = open > 0 && text.IsSign(hit.Next, ')') ? hit with { Next = hit.Next + 1 } : hit;
        return true;
    }

    private static bool TryOffset(TokenText text, int i, out ZoneHit hit)
    {
        hit = default;
        if (text.Span(i) is "Z" && text.IsGlued(i))
        {
            hit = new ZoneHit(TimeZoneInfo.Utc, i + 1);
            return true;
        }

        var named = text.Span(i) is "UTC" or "GMT";
        var sign = named ? i + 1 : i;
        var negative = text.IsSign(sign, '-') || text.IsSign(sign, '−');
        if (!text.IsGlued(sign) && !named || !(negative || text.IsSign(sign, '+')) || !text.IsGlued(sign + 1)
            || !text.TryNumber(sign + 1, out var hours))
        {
            return false;
        }

        var colon = text.IsSign(sign + 2, ':') && text.IsGlued(sign + 2) && text[sign + 3].Length == 2
            && text.Is(sign + 3, TokenKind.Number);
        _ = text.TryNumber(sign + 3, out var minutes);
        if ((!named && !colon) || hours > 14)
        {
            return false;
        }

        var offset = (hours * 60) + (colon && minutes < 60 ? minutes : 0);
        hit = new ZoneHit(OfOffset(negative ? -offset : offset), colon ? sign + 4 : sign + 2);
        return true;
    }

    private static bool TryName(TokenText text, int i, out ZoneHit hit)
    {
        hit = default;
        if (text.IsUpper(i) && Fixed.TryGet(text.Span(i), out var minutes))
        {
            hit = new ZoneHit(OfOffset(minutes), i + 1);
            return true;
        }

        var place = i + (text.IsWord(i, "New") || text.IsWord(i, "Los") || text.IsWord(i, "Sao") || text.IsWord(i, "São") ? 1 : 0);
        var id = text.IsWord(place, "York") ? "America/New_York" : text.IsWord(place, "Angeles") ? "America/Los_Angeles" : null;
        if (!text.IsCapitalised(place) || (id is null && !Places.TryGet(text.Span(place), out id)))
        {
            return false;
        }

        var said = text.IsWord(place + 1, "time") || text.IsWord(place + 1, "Zeit");
        var zone = said || (text.IsUpper(place) && text[place].Length == 2 && text.Span(place) is not "UK") ? Named(id!) : null;
        hit = zone is null ? default : new ZoneHit(zone, said ? place + 2 : place + 1);
        return zone is not null;
    }

    private static TimeZoneInfo OfOffset(int minutes) =>
        minutes == 0
            ? TimeZoneInfo.Utc
            : Known.GetOrAdd($"{minutes}", static (id, value) =>
            TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.FromMinutes(value), id, id), minutes)!;

    private static TimeZoneInfo? Named(string id) =>
        Known.GetOrAdd(id, static id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null);
}
