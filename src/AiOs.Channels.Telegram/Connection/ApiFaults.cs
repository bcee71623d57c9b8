using System.Net;
using Telegram.Bot.Exceptions;

namespace AiOs.Channels.Telegram.Connection;

/// <summary>Reads what a failed call means. Nothing of an exception's text goes further than a phrase of Telegram's own.</summary>
internal static class ApiFaults
{
    private const int LongestPhrase = 60;
    private static readonly TimeSpan WaitUnsaid = TimeSpan.FromSeconds(5);

    private static readonly string[] GoneMessages = ["message to edit not found", "message can't be edited", "message_id_invalid", "message to delete not found"];

    private static readonly string[] GonePlaces =
        ["chat not found", "user is deactivated", "user not found", "peer_id_invalid", "group chat was deactivated", "not a member", "kicked", "message thread not found", "topic_closed", "topic_deleted", "have no rights to send a message", "not enough rights to send"];

    /// <summary>Reads it.</summary>
    /// <returns>Its meaning; nothing where this is no failure of a call but of the program.</returns>
    public static ApiFault? Read(Exception fault) => fault switch
    {
        ApiRequestException answer => OfAnswer(answer.ErrorCode, answer.Message, answer.Parameters?.RetryAfter, answer.Parameters?.MigrateToChatId),
        RequestException { InnerException: HttpRequestException http } => OfWire(http),
        RequestException { HttpStatusCode: { } status } => OfStatus(status),
        RequestException or TimeoutException => new ApiFault.Unknown(),
        HttpRequestException http => OfWire(http),
        IOException => new ApiFault.Unknown(),
        _ => null,
    };

    private static ApiFault OfAnswer(int code, string description, int? retryAfter, long? movedTo)
    {
        bool Says(string phrase) => description.Contains(phrase, StringComparison.OrdinalIgnoreCase);
        return code switch
        {
            429 => new ApiFault.TooMany(retryAfter is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : WaitUnsaid),
            >= 500 => new ApiFault.Unknown(),
            401 or 404 => new ApiFault.BadToken(),
            409 => new ApiFault.Conflict(),
            _ when movedTo is { } chat => new ApiFault.Moved(chat),
            400 when Says("message is not modified") => new ApiFault.AsWanted(),
            400 when GoneMessages.Any(Says) => new ApiFault.MessageGone(),
            403 => new ApiFault.PlaceGone(),
            400 when GonePlaces.Any(Says) => new ApiFault.PlaceGone(),
            _ => new ApiFault.Refused(code, Phrase(description)),
        };
    }

    private static ApiFault OfWire(HttpRequestException fault) => fault switch
    {
        { StatusCode: { } status } => OfStatus(status),
        { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } => new ApiFault.NotSent(),
        _ => new ApiFault.Unknown(),
    };

    private static ApiFault OfStatus(HttpStatusCode status) => (int)status switch
    {
        429 => new ApiFault.TooMany(WaitUnsaid),
        401 or 404 => new ApiFault.BadToken(),
        >= 400 and < 500 and var code => new ApiFault.Refused(code, string.Empty),
        _ => new ApiFault.Unknown(),
    };

    /// <summary>"Bad Request: can't parse entities: …" says its kind in the middle; what follows may quote the message.</summary>
    private static string Phrase(string description)
    {
        var parts = description.Split(": ");
        var phrase = parts[Math.Min(1, parts.Length - 1)];
        return phrase.Length <= LongestPhrase && phrase.All(static c => char.IsAsciiLetter(c) || c is ' ' or '\'' or '_' or '-') ? phrase : string.Empty;
    }
}
