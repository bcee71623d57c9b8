using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;
using AiOs.Testing.Mongo;

namespace AiOs.Scenarios.Mongo;

/// <summary>Data folders of hosts that share one MongoDB: the same key file in each, all else of their own.</summary>
public static class SharedFolders
{
    public const string Database = "aios";

    /// <summary>A folder for a host on this store.</summary>
    /// <param name="peer">The store.</param>
    /// <param name="sink">The mail server; without one mails go to the folder's own outbox.</param>
    /// <param name="database">The database; another one is another workspace.</param>
    public static HostFolder On(MongoPeer peer, SmtpSink? sink = null, string database = Database)
    {
        var settings = new Dictionary<string, string>(sink?.Settings() ?? new Dictionary<string, string>())
        {
            ["AIOS_Storage__Provider"] = "MongoDb",
            ["AIOS_Storage__MongoDb__ConnectionString"] = peer.ConnectionString,
            ["AIOS_Storage__MongoDb__Database"] = database,
        };
        return new HostFolder(settings);
    }

    /// <summary>Gives a folder the key of another, so that it belongs to the same workspace.</summary>
    public static HostFolder WithKeyOf(this HostFolder folder, HostFolder other)
    {
        Directory.CreateDirectory(folder.Data);
        File.Copy(Path.Combine(other.Data, "workspace.key"), Path.Combine(folder.Data, "workspace.key"));
        return folder;
    }
}
