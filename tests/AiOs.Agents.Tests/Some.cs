using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;

namespace AiOs.Agents.Tests;

internal static class Some
{
    public static TimeZoneInfo Berlin { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Gets a Monday morning in winter time.</summary>
    public static DateTimeOffset Monday { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));

    public static MessageContent Mail(string text, string? subject = null, string? from = "anna@weber-design.example",
        string? name = "Anna Weber") => new()
        {
            Origin = ContentOrigin.DirectMail,
            Sender = from is null ? null : new Mailbox(name, from),
            Subject = subject,
            Text = text,
            MailId = "1@mail.example",
            OriginalMailId = "1@mail.example",
        };

    /// <summary>A message as Intake gets it on that Monday in Berlin.</summary>
    public static IntakeCase Case(MessageContent message, Authority authority = Authority.External) => new()
    {
        Message = message,
        Authority = authority,
        ReceivedAt = Monday,
        TimeZone = Berlin,
        Currency = "EUR",
    };

    public static MessageContent Typed(string text) => new() { Origin = ContentOrigin.Typed, Text = text };
}
