using System.Text;
using AiOs.Connectors.Tests.Support;

namespace AiOs.Connectors.Tests.Email.Attachments;

/// <summary>Calendar invitations are told in words, in the zone they were written in.</summary>
public sealed class InvitationTests
{
    private const string Meeting =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//fair//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@fair.example\r\nDTSTAMP:20260301T080000Z\r\nSUMMARY:Look at the brochure\r\n" +
        "DTSTART;TZID=Europe/Berlin:20260304T140000\r\nDTEND;TZID=Europe/Berlin:20260304T150000\r\nLOCATION:Room 3\\, Fair House\r\nORGANIZER;CN=Mira Lund:mailto:mira@fair.example\r\n" +
        "ATTENDEE;CN=Olga;PARTSTAT=NEEDS-ACTION:mailto:olga@studio.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Theory]
    [InlineData("text/calendar; method=REQUEST; charset=utf-8")]
    [InlineData("application/octet-stream; name=invite.ics")]
    public void Read_Invitation_IsToldInWords(string type)
    {
        var mail = Mails.Content(Mails.Multipart("mixed", "Content-Type: text/plain\n\nPlease come.", $"Content-Type: {type}\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(Meeting))}"));

        var file = Assert.Single(mail.Attachments);
        Assert.Equal("text/calendar", file.MediaType);
        Assert.Equal(
            "Invitation: you are asked to a meeting\nTitle: Look at the brochure\nStarts: 2026-03-04 14:00 (Europe/Berlin)\nEnds: 2026-03-04 15:00 (Europe/Berlin)\nPlace: Room 3, Fair House\n" +
            "Organizer: Mira Lund <mira@fair.example>\nInvited: Olga <olga@studio.example> (needs-action)",
            file.Text);
        Assert.Equal("Please come.", mail.Text);
        Assert.Empty(mail.Warnings);
    }

    [Fact]
    public void Read_InvitationBesideTheText_IsReadToo()
    {
        var mail = Mails.Content(Mails.Multipart("alternative", "Content-Type: text/plain\n\nPlease come.", $"Content-Type: text/calendar; method=REQUEST\n\n{Meeting}"));
        Assert.Equal("invitation.ics", Assert.Single(mail.Attachments).Name);
        Assert.Contains("2026-03-04 14:00 (Europe/Berlin)", mail.Attachments[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=DAILY;COUNT=2000000000")]
    public void Read_EndlessRepetition_IsToldAndNeverWorkedOut(string rule)
    {
        var file = File(Meeting.Replace("LOCATION", $"RRULE:{rule}\r\nLOCATION", StringComparison.Ordinal));
        Assert.Contains($"Repeats: {rule}", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DayAndUtcAndNoZone_AreToldAsTheyAre()
    {
        Assert.Contains("Starts: 2026-03-04\n", File(Meeting.Replace("DTSTART;TZID=Europe/Berlin:20260304T140000", "DTSTART;VALUE=DATE:20260304", StringComparison.Ordinal).Replace("DTEND;TZID=Europe/Berlin:20260304T150000\r\n", string.Empty, StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.Contains("Starts: 2026-03-04 14:00 UTC", File(Meeting.Replace(";TZID=Europe/Berlin:20260304T140000", ":20260304T140000Z", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.Contains("Starts: 2026-03-04 14:00 (no time zone given)", File(Meeting.Replace(";TZID=Europe/Berlin:20260304T140000", ":20260304T140000", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:never\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")]
    [InlineData("nothing of the kind")]
    public void Read_BrokenInvitation_BecomesAWarning(string text)
    {
        var file = File(text);
        Assert.Null(file.Text);
        Assert.NotEmpty(file.Warnings);
    }

    private static (string? Text, IReadOnlyList<string> Warnings) File(string calendar)
    {
        var mail = Mails.Content(Mails.Multipart("mixed", "Content-Type: text/plain\n\nx", $"Content-Type: text/calendar; name=a.ics\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar))}"));
        return (Assert.Single(mail.Attachments).Text, mail.Warnings);
    }
}
