namespace AiOs.Kernel.Digests;

/// <summary>What is configured of the daily digest.</summary>
public sealed record DigestSettings
{
    /// <summary>When it is sent unless something else is configured: at six in the evening.</summary>
    public const string DefaultCron = "0 0 18 * * ?";

    /// <summary>When it is sent: an expression of <c>ICron</c> in the operator's time zone.</summary>
    public string Cron { get; init; } = DefaultCron;
}
