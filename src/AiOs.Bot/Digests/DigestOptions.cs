using AiOs.Kernel.Digests;

namespace AiOs.Bot.Digests;

/// <summary>The daily digest as it is configured.</summary>
internal sealed class DigestOptions
{
    public const string Section = "Digest";

    /// <summary>When it is sent, in the workspace's time zone: Quartz's cron expression.</summary>
    public string Cron { get; set; } = DigestSettings.DefaultCron;

    /// <summary>Whether it is also mailed to the first of <c>Operator:EmailAddresses</c>.</summary>
    public bool Mail { get; set; }
}
