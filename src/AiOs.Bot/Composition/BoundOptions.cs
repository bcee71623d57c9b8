using AiOs.Bot.Digests;
using AiOs.Channels.Teams;
using AiOs.Channels.Telegram;
using AiOs.Channels.Web;
using AiOs.Connectors.Email;
using AiOs.Memory;
using AiOs.Storage.Mongo;
using Microsoft.Extensions.Options;

namespace AiOs.Bot.Composition;

/// <summary>Reads options so that a value of the wrong kind ends in a sentence that names its key, before anything starts.</summary>
internal static class BoundOptions
{
    private const int HighestPort = 65535;

    public static T Of<T>(IConfiguration configuration, string section)
        where T : new()
    {
        var options = new T();
        try
        {
            configuration.GetSection(section).Bind(options);
        }
        catch (InvalidOperationException fault)
        {
            throw new ConfigurationException(SentenceOf(fault.Message, section), fault);
        }

        return options;
    }

    /// <summary>Tries the sections that parts bind for themselves later, where a fault would come too late for a sentence.</summary>
    public static void CheckParts(IConfiguration configuration)
    {
        _ = Of<EmailOptions>(configuration, EmailOptions.Section);
        _ = Of<MongoOptions>(configuration, MongoOptions.Section);
        _ = Of<ModelOptions>(configuration, ModelOptions.Section);
        _ = Of<TelegramOptions>(configuration, TelegramOptions.Section);
        if (Of<DigestOptions>(configuration, DigestOptions.Section).Mail && Of<OperatorOptions>(configuration, OperatorOptions.Section).EmailAddresses.Count == 0)
        {
            throw new ConfigurationException("Operator:EmailAddresses is missing; say where the digest is to be mailed to, or leave Digest:Mail out.");
        }

        _ = Of<TeamsOptions>(configuration, TeamsOptions.Section);
        _ = Of<JobsOptions>(configuration, JobsOptions.Section);
        if (Of<WebOptions>(configuration, WebOptions.Section).Port is < 0 or > HighestPort)
        {
            throw new ConfigurationException($"{WebOptions.Section}:Port is not between 0 and {HighestPort}; choose another one, or 0 for any that is free.");
        }
    }

    /// <summary>Asks every validator that a part brought.</summary>
    public static void Validate(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException fault)
        {
            throw new ConfigurationException(Whole(fault.Failures.First()), fault);
        }
    }

    /// <summary>A generated validator puts the property's name before a sentence that names the whole key.</summary>
    private static string Whole(string failure) =>
        failure.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end && failure[..end].All(char.IsAsciiLetter) ? failure[(end + 2)..] : failure;

    /// <summary>The binder quotes the value, then the key.</summary>
    private static string SentenceOf(string message, string section) => message.Split('\'') is [_, var value, _, var key, ..]
        ? $"{key} is '{value}', which it cannot be; appsettings.template.json says what it may be."
        : $"A value under {section} is of the wrong kind; appsettings.template.json says what it may be.";
}
