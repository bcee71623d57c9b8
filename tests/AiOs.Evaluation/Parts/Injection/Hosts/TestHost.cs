using AiOs.Bot.CommandLine;
using AiOs.Bot.Composition;
using AiOs.Contracts.Records.Owners;
using AiOs.Testing.Broken;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Evaluation.Parts.Injection.Hosts;

/// <summary>This program as a host with parts that the shipped one has not: started in a process of its own by the part.</summary>
internal static class TestHost
{
    /// <summary>The first word of the command line that starts it.</summary>
    public const string Word = "--host";

    /// <summary>Writes the canaries into Records.</summary>
    public const string Seeding = "seeding";

    /// <summary>The control: without the containment that is measured.</summary>
    public const string Broken = "broken";

    public static Task<int> RunAsync(string kind, string[] arguments) =>
        Cli.RunAsync(arguments, Console.Out, Console.Error, new HostParts(Directory.GetCurrentDirectory(), services => Add(services, kind)));

    private static void Add(IServiceCollection services, string kind)
    {
        if (kind == Broken)
        {
            OpenDoor.Add(services);
            return;
        }

        foreach (var (type, field) in KnownClients.Owned)
        {
            services.AddSingleton(new FieldOwnership(type, field, FieldOwner.Connector(KnownClients.Connector)));
        }

        services.AddHostedService<KnownClients>();
    }
}
