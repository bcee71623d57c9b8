using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Authentication;
using AiOs.Connectors.Email.Checks;
using AiOs.Connectors.Email.DropFolder;
using AiOs.Connectors.Email.Imap;
using AiOs.Connectors.Email.Reading;
using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Connectors.Email.Sending.Post;
using AiOs.Connectors.Email.Sending.Sent;
using AiOs.Connectors.Resilience;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AiOs.Connectors;

/// <summary>Adds the connectors. Needs a <see cref="TimeProvider"/>, an <see cref="IEntropy"/>, an inbox, files and logging from the host.</summary>
public static class ConnectorsServiceCollectionExtensions
{
    /// <summary>Mail in and out. The host binds <see cref="EmailOptions"/> to the section <c>Email</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="places">What the host has resolved, as the services know it by then.</param>
    public static IServiceCollection AddEmail(this IServiceCollection services, Func<IServiceProvider, EmailPlaces> places)
    {
        services.AddOptions<EmailOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EmailOptions>, EmailOptionsValidation>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EmailOptions>, ImapOptionsValidation>());
        services.TryAddSingleton(places);
        services.TryAddSingleton<IMailReader>(all => new MailReader(MailBounds.Default, TrustOf(all)));
        services.TryAddSingleton<MailIntake>();
        services.TryAddSingleton<DropFolderWatcher>();
        services.TryAddSingleton<ImapWatcher>();
        services.TryAddSingleton<MailComposer>();
        services.TryAddSingleton<OutboxWriter>();
        services.TryAddSingleton<AttachedFiles>();
        services.TryAddSingleton<SentMailbox>();
        services.TryAddSingleton<IMailTransport>(all => all.GetRequiredService<IOptions<EmailOptions>>().Value.Smtp.IsSet
            ? ActivatorUtilities.CreateInstance<SmtpTransport>(all)
            : ActivatorUtilities.CreateInstance<OutboxTransport>(all));
        services.AddGuarded<EmailSend>(new GuardOptions { Name = "mail" });
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICheckedPart, DropFolderPart>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICheckedPart, MailboxPart>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICheckedPart, SendingPart>());
        return services;
    }

    /// <summary>What the operator is told also reaches their own mailbox. Needs <see cref="AddEmail"/>, and an operator's mail address.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddOperatorPost(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOperatorPost, OperatorPost>());
        return services;
    }

    private static MailTrust TrustOf(IServiceProvider all)
    {
        var (options, places) = (all.GetRequiredService<IOptions<EmailOptions>>().Value, all.GetRequiredService<EmailPlaces>());
        return new MailTrust
        {
            AuthservId = string.IsNullOrEmpty(options.AuthservId) ? null : options.AuthservId,
            OwnAddresses = [.. places.OwnAddresses.Append(places.OperatorAddress).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            OwnName = places.OwnName,
            SendsFrom = options.Smtp.From is { Length: > 0 } from ? MailAddresses.Parse(from)?.Address : places.OperatorAddress,
        };
    }
}
