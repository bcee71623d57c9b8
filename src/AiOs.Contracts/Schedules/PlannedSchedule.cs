namespace AiOs.Contracts.Schedules;

/// <summary>Something that is due again and again.</summary>
/// <param name="Name">Its name, the only one of its kind: lower case letters, digits and hyphens.</param>
/// <param name="Cron">When: an expression of <see cref="ICron"/>, in the operator's time zone.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Target">The job's name, the playbook's name, or the operator's own words.</param>
/// <param name="CatchUp">What happens to moments that passed while no host ran.</param>
/// <param name="From">Where it is written down, for people: <c>the program</c>, <c>the configuration</c>, <c>playbook/invoice-chase</c>.</param>
public sealed record PlannedSchedule(string Name, string Cron, FiringKind Kind, string Target, CatchUp CatchUp, string From);
