using System.Globalization;
using AiOs.Channels.Telegram.Connection;
using AiOs.Contracts;
using AiOs.Contracts.Chat;

namespace AiOs.Channels.Telegram.Sending;

/// <summary>What a failed call is to the kernel. What certainly did not happen and can be tried again is thrown.</summary>
internal static class Outcomes
{
    /// <summary>Of a message that was sent: where nobody knows, it is not sent again.</summary>
    public static SendOutcome OfSend(ApiFault fault) => fault switch
    {
        ApiFault.Unknown => new SendOutcome.Unknown(),
        ApiFault.PlaceGone => new SendOutcome.PlaceGone(),
        ApiFault.Refused refused => new SendOutcome.Refused(Sentence(refused)),
        _ => throw Again(fault),
    };

    /// <summary>Of a message that was changed: doing so again does no harm, so where nobody knows it is tried again.</summary>
    public static SendOutcome OfEdit(ApiFault fault) => fault switch
    {
        ApiFault.MessageGone => new SendOutcome.MessageGone(),
        // The messages of a group that moved stayed behind.
        ApiFault.Moved => new SendOutcome.MessageGone(),
        ApiFault.Unknown => throw Again(fault),
        _ => OfSend(fault),
    };

    private static AiOsException Again(ApiFault fault) => new(fault switch
    {
        ApiFault.TooMany many => string.Create(CultureInfo.InvariantCulture, $"Telegram wants us to wait {many.Wait.TotalSeconds:0} s; it is tried again."),
        ApiFault.BadToken => "Telegram does not take the bot token; check Channels:Telegram:BotToken.",
        ApiFault.NotSent => "Telegram cannot be reached; it is tried again.",
        _ => "Telegram did not take it this time; it is tried again.",
    })
    { IsTransient = true };

    private static string Sentence(ApiFault.Refused refused) => refused.Why.Length == 0
        ? string.Create(CultureInfo.InvariantCulture, $"Telegram refused it with {refused.Code}.")
        : string.Create(CultureInfo.InvariantCulture, $"Telegram refused it with {refused.Code}: {refused.Why}.");
}
