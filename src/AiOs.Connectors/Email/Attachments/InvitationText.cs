using System.Globalization;
using System.Text;
using AiOs.Connectors.Email.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace AiOs.Connectors.Email.Attachments;

/// <summary>
/// A calendar file (RFC 5545, RFC 5546) as lines that people read. Times stay in the zone that they were written in. A repetition is told and never worked
/// out: a rule of a few bytes can mean millions of meetings.
/// </summary>
internal sealed class InvitationText(AttachmentBounds bounds)
{
    private const int MostAttendees = 50;
    private const int LongestValue = 500;
    private const int LongestDescription = 4000;

    public ReadText Of(byte[] bytes)
    {
        var calendar = Ical.Net.Calendar.Load(TextDecoding.Decode(bytes, "utf-8", out _)) ?? throw new UnreadableAttachmentException("holds no calendar");
        var meetings = calendar.Events.Take(bounds.CalendarEvents + 1).ToList();
        if (meetings.Count == 0) return new ReadText(null, "holds no meeting.");
        var text = new StringBuilder();
        Line(text, "Invitation", Method(calendar.Method));
        foreach (var meeting in meetings.Take(bounds.CalendarEvents)) Write(text, meeting);
        return new ReadText(text.ToString(), meetings.Count > bounds.CalendarEvents ? $"holds more than {bounds.CalendarEvents} meetings; only the first were read." : null);
    }

    private static void Write(StringBuilder text, CalendarEvent meeting)
    {
        Line(text, "Title", meeting.Summary);
        Line(text, "Starts", When(meeting.Start));
        Line(text, "Ends", meeting.DtEnd is { } end ? When(end) : meeting.Duration is { } duration ? $"after {duration}" : null);
        Line(text, "Place", meeting.Location);
        Line(text, "Organizer", meeting.Organizer is { } organizer ? Person(organizer.CommonName, organizer.Value) : null);
        foreach (var attendee in (meeting.Attendees ?? []).Take(MostAttendees))
            Line(text, "Invited", Person(attendee.CommonName, attendee.Value) + (string.IsNullOrEmpty(attendee.ParticipationStatus) ? null : $" ({attendee.ParticipationStatus.ToLowerInvariant()})"));
        if (meeting.Attendees?.Count > MostAttendees) Line(text, "Invited", $"and {meeting.Attendees.Count - MostAttendees} more");
        if (meeting.RecurrenceRule is { } rule) Line(text, "Repeats", rule.ToString());
        Line(text, "Status", meeting.Status?.ToLowerInvariant());
        if (!string.IsNullOrWhiteSpace(meeting.Description))
            text.Append('\n').Append(meeting.Description.Length > LongestDescription ? meeting.Description[..LongestDescription] : meeting.Description).Append('\n');
        text.Append('\n');
    }

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return;
        var line = SafeText.OneLine(value.Replace('\n', ' ')).Trim();
        text.Append(name).Append(": ").Append(line.Length > LongestValue ? line[..LongestValue] : line).Append('\n');
    }

    private static string? Method(string? method) => method?.ToUpperInvariant() switch
    {
        null or "" or "PUBLISH" => "a meeting",
        "REQUEST" => "you are asked to a meeting",
        "CANCEL" => "a meeting is called off",
        "REPLY" => "an answer to an invitation",
        "COUNTER" => "another time is proposed",
        var other => other.ToLowerInvariant(),
    };

    private static string? When(CalDateTime? moment)
    {
        if (moment is null) return null;
        if (!moment.HasTime) return moment.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var local = moment.Value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return moment.IsUtc ? $"{local} UTC" : string.IsNullOrEmpty(moment.TzId) ? $"{local} (no time zone given)" : $"{local} ({moment.TzId})";
    }

    private static string? Person(string? name, Uri? address)
    {
        var mail = address is null ? null : address.OriginalString.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address.OriginalString[7..] : address.OriginalString;
        return string.IsNullOrWhiteSpace(name) ? mail : mail is null ? name : $"{name} <{mail}>";
    }
}
