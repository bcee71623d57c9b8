using AiOs.Bot.Composition;
using AiOs.Contracts.Schedules;
using Microsoft.Extensions.Configuration;

namespace AiOs.Bot.Tests.Composition;

/// <summary>What the configuration runs by the clock is whole, or the start says which key is not.</summary>
public sealed class ScheduleOptionsTests
{
    [Fact]
    public void Read_AnEntryWithItsParts_IsASchedule()
    {
        var plan = Assert.Single(ScheduleOptions.Read(Of(("Schedules:0:Cron", "0 0 9 ? * MON"), ("Schedules:0:Playbook", "invoice-chase"), ("Schedules:0:CatchUp", "Skip"))));

        Assert.Equal(new PlannedSchedule("invoice-chase", "0 0 9 ? * MON", FiringKind.Playbook, "invoice-chase", CatchUp.Skip, "the configuration"), plan);
        Assert.Empty(ScheduleOptions.Read(Of()));
    }

    [Theory]
    [InlineData("0 0 9 ? * MON", null, null, "Schedules:0:Playbook is missing")]
    [InlineData(null, "chase", null, "Schedules:0:Cron is missing")]
    [InlineData("every day", "chase", null, "Schedules:0:Cron is 'every day'")]
    [InlineData("0 0 9 ? * MON", "chase", "My Chase", "Schedules:0:Name is 'My Chase'")]
    public void Read_AnEntryThatLacksSomething_NamesItsKey(string? cron, string? playbook, string? name, string said)
    {
        var configuration = Of(("Schedules:0:Cron", cron), ("Schedules:0:Playbook", playbook), ("Schedules:0:Name", name), ("Schedules:0:CatchUp", "Once"));

        Assert.Contains(said, Assert.Throws<ConfigurationException>(() => ScheduleOptions.Read(configuration)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OneNameTwice_SaysSo() => Assert.Contains(
        "'chase' twice",
        Assert.Throws<ConfigurationException>(() => ScheduleOptions.Read(Of(
            ("Schedules:0:Cron", "0 0 9 ? * MON"), ("Schedules:0:Playbook", "chase"), ("Schedules:1:Cron", "0 0 9 ? * TUE"), ("Schedules:1:Playbook", "chase")))).Message,
        StringComparison.Ordinal);

    private static IConfiguration Of(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, value.Value))).Build();
}
