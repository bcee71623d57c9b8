using AiOs.Channels.Teams.Activities;

namespace AiOs.Channels.Teams.Places;

/// <summary>Who somebody is: the id in the directory, in one way of writing. A name or a client's id proves nothing.</summary>
internal static class TeamsSender
{
    /// <summary>Whom nobody can be paired as.</summary>
    public const string Nobody = "none";

    public static string Of(IncomingActivity activity) =>
        Guid.TryParseExact(activity.SenderObjectId, "D", out var id) && id != Guid.Empty ? id.ToString("D") : Nobody;
}
