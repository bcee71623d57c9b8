using AiOs.Bot.Digests;
using AiOs.Contracts.Schedules;
using AiOs.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Bot.Tests.Digests;

public sealed class DigestOptionsTests
{
    [Theory]
    [InlineData("0 0 18 * * ?", null)]
    [InlineData("0 30 7 ? * MON-FRI", null)]
    [InlineData("at six", "no cron expression")]
    [InlineData("", "no cron expression")]
    [InlineData("0 0 18 1 1 ? 2001", "never comes again")]
    public void Validate_AMoment_IsTakenOrRefusedWithItsKey(string cron, string? fault)
    {
        using var services = new ServiceCollection().AddJobs().BuildServiceProvider();
        var result = new DigestOptionsValidation(services.GetRequiredService<ICron>(), TimeProvider.System).Validate(null, new DigestOptions { Cron = cron });

        Assert.Equal(fault is null, result.Succeeded);
        if (fault is not null)
        {
            Assert.StartsWith("Digest:Cron is", result.FailureMessage, StringComparison.Ordinal);
            Assert.Contains(fault, result.FailureMessage, StringComparison.Ordinal);
        }
    }
}
