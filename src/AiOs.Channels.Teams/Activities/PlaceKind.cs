namespace AiOs.Channels.Teams.Activities;

/// <summary>What kind of conversation it is.</summary>
internal enum PlaceKind
{
    Unknown,
    Personal,
    Group,
    Channel,
}
