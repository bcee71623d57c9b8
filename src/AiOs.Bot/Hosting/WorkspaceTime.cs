namespace AiOs.Bot.Hosting;

/// <summary>The system's clock in the workspace's time zone, wherever the machine stands.</summary>
internal sealed class WorkspaceTime(TimeZoneInfo zone) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => zone;
}
