using AiOs.Jobs;

namespace AiOs.Bot.Composition;

/// <summary>When the daily digest comes.</summary>
internal sealed class DigestOptions
{
    public const string Section = "Digest";

    private const string Job = "daily-digest";

    /// <summary>A cron expression on the operator's clock; nothing for the job's own.</summary>
    public string? Cron { get; set; }

    /// <summary>The jobs whose times the configuration changes.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="ConfigurationException">It is no cron expression.</exception>
    public static IReadOnlyDictionary<string, string> CronsIn(IConfiguration configuration)
    {
        var cron = BoundOptions.Of<DigestOptions>(configuration, Section).Cron;
        return string.IsNullOrWhiteSpace(cron) ? new Dictionary<string, string>()
            : new QuartzCron().FaultIn(cron) is { } fault ? throw new ConfigurationException($"{Section}:Cron is '{cron}', which is no cron expression ({fault}); use one such as 0 30 7 * * ?.")
            : new Dictionary<string, string> { [Job] = cron };
    }
}
