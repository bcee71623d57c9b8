using AiOs.Bot.Composition;
using AiOs.Connectors;
using AiOs.Kernel.Digests;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AiOs.Bot.Digests;

/// <summary>The daily digest of a host.</summary>
internal static class DigestHosting
{
    public static void AddDigest(this IServiceCollection services, HostSettings settings)
    {
        services.AddOptions<DigestOptions>().Bind(settings.Configuration.GetSection(DigestOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DigestOptions>, DigestOptionsValidation>());
        var options = BoundOptions.Of<DigestOptions>(settings.Configuration, DigestOptions.Section);
        services.TryAddSingleton(new DigestSettings { Cron = options.Cron });
        if (options.Mail)
        {
            services.AddOperatorPost();
        }
    }
}
