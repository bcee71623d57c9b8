namespace AiOs.Bot.Composition;

/// <summary>Settings of the workspace.</summary>
internal sealed class WorkspaceOptions
{
    public const string Section = "Workspace";

    /// <summary>Names the workspace in every key: 1 to 64 lower-case letters, digits and hyphens. Never change it later.</summary>
    public string Id { get; set; } = "main";

    /// <summary>The name that stands under your mails.</summary>
    public string? Name { get; set; }

    /// <summary>An IANA time zone such as Europe/Berlin; the machine's own where nothing is set.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Three capital letters of ISO 4217.</summary>
    public string Currency { get; set; } = "EUR";

    /// <summary>How often newsletters, notifications, receipts and spam are looked at, which can wait; zero for at once.</summary>
    public TimeSpan LowPriorityBatch { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Where everything is kept.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>The workspace key; made at first start. Everything personal is lost with it.</summary>
    public string? KeyFile { get; set; }

    /// <summary>The second copy of the signed head; must lie outside the data folder.</summary>
    public string? HeadFile { get; set; }
}
