using System.Globalization;

namespace AiOs.Channels.Teams.Connector;

/// <summary>
/// What follows from an answer. A POST is repeated only where it certainly did nothing: it never left, or was answered with 401 or 429. After
/// 408, 412 and 5xx nobody can tell, whatever the documents say of trying again. A PUT may be repeated.
/// </summary>
internal static class AnswerRules
{
    /// <summary>How often a call is made at most.</summary>
    public const int MostCalls = 4;

    private const int LongestCode = 60;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly string[] Closed = ["ConversationBlockedByUser", "BotNotInConversationRoster", "BotDisabledByAdmin", "ConversationNotFound"];

    /// <summary>Decides.</summary>
    /// <param name="verb">What was asked.</param>
    /// <param name="answer">What came.</param>
    /// <param name="calls">How many calls were made so far, this one among them.</param>
    /// <param name="renewed">Whether a new token was asked for already.</param>
    /// <returns>What to do.</returns>
    public static NextMove Of(ConnectorVerb verb, ConnectorAnswer answer, int calls, bool renewed) => answer switch
    {
        ConnectorAnswer.Came came => Of(verb, came, calls, renewed),
        ConnectorAnswer.NeverLeft => AgainOr(calls, null, new NextMove.GiveUp()),
        _ => MayRepeat(verb) ? AgainOr(calls, null, new NextMove.GiveUp()) : new NextMove.Unknown(),
    };

    private static NextMove Of(ConnectorVerb verb, ConnectorAnswer.Came came, int calls, bool renewed) => came.Status switch
    {
        >= 200 and < 300 => new NextMove.Done(came.Id),
        401 => renewed ? new NextMove.GiveUp() : new NextMove.NewToken(),
        429 => AgainOr(calls, came.RetryAfter, new NextMove.GiveUp()),
        403 or 404 when Closed.Contains(came.Code, StringComparer.OrdinalIgnoreCase) => new NextMove.PlaceGone(came.Status == 404),
        404 when verb == ConnectorVerb.Update || came.Code?.StartsWith("ActivityNotFound", StringComparison.OrdinalIgnoreCase) == true => new NextMove.MessageGone(),
        408 or 412 or >= 500 => !MayRepeat(verb) ? new NextMove.Unknown() : AgainOr(calls, came.RetryAfter, new NextMove.GiveUp()),
        413 => new NextMove.Refused("The message is larger than Teams takes."),
        _ => new NextMove.Refused(string.Create(CultureInfo.InvariantCulture, $"Teams does not take the message ({came.Status}{WordOf(came.Code)}).")),
    };

    private static bool MayRepeat(ConnectorVerb verb) => verb is ConnectorVerb.Update or ConnectorVerb.Open;

    /// <summary>What the connector asks for is waited for; what would take too long is left to somebody with more time.</summary>
    private static NextMove AgainOr(int calls, TimeSpan? wanted, NextMove other)
    {
        var wait = wanted ?? TimeSpan.FromSeconds(1 << Math.Min(calls - 1, 4));
        return calls < MostCalls && wait <= LongestWait ? new NextMove.Again(wait < TimeSpan.Zero ? TimeSpan.Zero : wait) : other;
    }

    /// <summary>A code is a word of letters; anything else is not repeated.</summary>
    private static string WordOf(string? code) => code is { Length: > 0 and <= LongestCode } && code.All(char.IsAsciiLetterOrDigit) ? " " + code : string.Empty;
}
