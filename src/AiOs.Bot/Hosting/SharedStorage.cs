using System.Text;
using System.Text.Json;
using AiOs.Bot.Composition;
using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Storage.Mongo;
using AiOs.Storage.Sqlite.Files;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiOs.Bot.Hosting;

/// <summary>A workspace in MongoDB. Each host has a data folder of its own for its lock, socket, web key, logs and head copies.</summary>
internal static class SharedStorage
{
    public static void Add(IServiceCollection services, HostSettings settings)
    {
        services.TryAddSingleton(_ => WorkspaceLock.Take(settings.Places.Data));
        services.TryAddSingleton(provider =>
        {
            _ = provider.GetRequiredService<WorkspaceLock>();
            return KeyFile.ReadOrMake(settings.Places.KeyFile, settings.Places.Database, provider.GetRequiredService<IEntropy>());
        });
        services.TryAddSingleton<IJournalStore>(provider =>
        {
            _ = provider.GetRequiredService<WorkspaceKeys>();
            return provider.GetRequiredService<MongoStorage>().Journal;
        });
        services.Configure<MongoOptions>(settings.Configuration.GetSection(MongoOptions.Section));
        services.AddMongoStorage(_ => settings.Workspace.Id);
        services.TryAddSingleton<IHeadCopies, HeadFiles>();
        services.TryAddSingleton(provider => WebKeyFile.ReadOrMake(settings.Places.WebKey, provider.GetRequiredService<IEntropy>()));
    }

    /// <summary>The second head copy of one host: hosts of one machine must not write the same file.</summary>
    public static string HeadFileOf(string data, string workspace)
    {
        var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        return Path.Combine(state, "aios", "shared-" + Digest.Of(Encoding.UTF8.GetBytes(data + '\n' + workspace)).Hex[..16], "head.json");
    }

    /// <summary>
    /// Asked before a key is made, and again after the start, since two hosts may begin at once: a journal that another host began opens only with
    /// that host's key, and a host with another one would write what nobody else can read.
    /// </summary>
    public static async Task CheckAsync(IServiceProvider services, HostPlaces places, CancellationToken cancellationToken)
    {
        if (!places.IsStoreShared || await services.GetRequiredService<MongoStorage>().Journal.ReadAsync(1, 1, cancellationToken) is not [var first])
        {
            return;
        }

        if (!File.Exists(places.KeyFile))
        {
            throw new AiOsException($"The workspace is in MongoDB already, but the key file {places.KeyFile} is missing; copy it from another host of this workspace, or from your backup.");
        }

        using var opened = JsonDocument.Parse(first.Bytes);
        var key = opened.RootElement.GetProperty("events"u8)[0].TryGetProperty("headKey"u8, out var named) ? named.GetString() : null;
        if (key != Convert.ToBase64String(services.GetRequiredService<WorkspaceKeys>().HeadPublicKey.Span))
        {
            throw new AiOsException($"The workspace in MongoDB was begun with another key file than {places.KeyFile}; copy that one from the host that began it, or choose another Storage:MongoDb:Database.");
        }
    }
}
