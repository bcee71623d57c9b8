using System.Globalization;
using AiOs.Contracts.Schedules;
using AiOs.Jobs;

namespace AiOs.Bot.Composition;

/// <summary>One entry of what the configuration runs by the clock.</summary>
internal sealed class ScheduleOptions
{
    private const string List = "Schedules";

    /// <summary>What it is called; the playbook's name where nothing is set.</summary>
    public string? Name { get; set; }

    /// <summary>When, as a cron expression on the operator's clock.</summary>
    public string? Cron { get; set; }

    /// <summary>The playbook's name.</summary>
    public string? Playbook { get; set; }

    /// <summary>What happens to moments while no host ran.</summary>
    public CatchUp CatchUp { get; set; } = CatchUp.Once;

    /// <summary>Reads all entries.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="ConfigurationException">An entry cannot be used; the sentence names its key.</exception>
    public static IReadOnlyList<PlannedSchedule> Read(IConfiguration configuration)
    {
        var plans = BoundOptions.Of<List<ScheduleOptions>>(configuration, List).Select((entry, index) => entry.Plan(string.Create(CultureInfo.InvariantCulture, $"{List}:{index}"))).ToList();
        return plans.GroupBy(plan => plan.Name).FirstOrDefault(group => group.Skip(1).Any()) is { } twice
            ? throw new ConfigurationException($"{List} has the name '{twice.Key}' twice; give each entry a Name of its own.")
            : plans;
    }

    private PlannedSchedule Plan(string key)
    {
        if (string.IsNullOrWhiteSpace(Cron))
        {
            throw new ConfigurationException($"{key}:Cron is missing; say when, such as 0 0 9 ? * MON.");
        }

        if (new QuartzCron().FaultIn(Cron) is { } fault)
        {
            throw new ConfigurationException($"{key}:Cron is '{Cron}', which is no cron expression ({fault}); use one such as 0 0 9 ? * MON.");
        }

        if (string.IsNullOrWhiteSpace(Playbook))
        {
            throw new ConfigurationException($"{key}:Playbook is missing; name the playbook that is to run.");
        }

        var name = string.IsNullOrWhiteSpace(Name) ? Playbook : Name;
        return name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-')
            ? new PlannedSchedule(name, Cron, FiringKind.Playbook, Playbook, CatchUp, "the configuration")
            : throw new ConfigurationException($"{key}:Name is '{name}'; use small letters, digits and hyphens.");
    }
}
