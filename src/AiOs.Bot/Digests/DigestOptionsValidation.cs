using AiOs.Contracts.Schedules;
using Microsoft.Extensions.Options;

namespace AiOs.Bot.Digests;

/// <summary>Refuses a moment that never comes with the name of the key.</summary>
internal sealed class DigestOptionsValidation(ICron cron, TimeProvider time) : IValidateOptions<DigestOptions>
{
    public ValidateOptionsResult Validate(string? name, DigestOptions options) =>
        cron.FaultIn(options.Cron) is not null
            ? ValidateOptionsResult.Fail($"Digest:Cron is '{options.Cron}', which is no cron expression; write it as in '{Kernel.Digests.DigestSettings.DefaultCron}'.")
            : cron.Next(options.Cron, TimeZoneInfo.Utc, time.GetUtcNow()) is null
                ? ValidateOptionsResult.Fail($"Digest:Cron is '{options.Cron}', which never comes again; write it as in '{Kernel.Digests.DigestSettings.DefaultCron}'.")
                : ValidateOptionsResult.Success;
}
