using AiOs.Bot.Hosting;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Hosting;

namespace AiOs.Bot.Composition;

/// <summary>The configuration, read and checked before anything starts.</summary>
internal sealed record HostSettings(IConfiguration Configuration, WorkspaceSettings Workspace, HostPlaces Places, IReadOnlyList<string> OperatorAddresses, PolicyFile Policy)
{
    public static HostSettings Load(HostParts parts)
    {
        var configuration = Read(parts.BaseDirectory);
        var workspace = BoundOptions.Of<WorkspaceOptions>(configuration, WorkspaceOptions.Section);
        var who = BoundOptions.Of<OperatorOptions>(configuration, OperatorOptions.Section);
        var provider = BoundOptions.Of<StorageOptions>(configuration, StorageOptions.Section).Provider;
        if (provider is not (StorageOptions.Sqlite or StorageOptions.MongoDb))
        {
            throw new ConfigurationException($"Storage:Provider is '{provider}'; it can be {StorageOptions.Sqlite} or {StorageOptions.MongoDb}.");
        }

        BoundOptions.CheckParts(configuration);
        return new HostSettings(
            configuration,
            WorkspaceOf(workspace) with
            {
                OperatorAddresses = [.. who.EmailAddresses],
                ConfiguredDevices = who.Devices(),
                Schedules = ScheduleOptions.Read(configuration),
                ExportDirectory = Path.Combine(Path.GetFullPath(workspace.DataDirectory, parts.BaseDirectory), "exports"),
            },
            PlacesOf(configuration, workspace, parts.BaseDirectory, provider == StorageOptions.MongoDb),
            [.. who.EmailAddresses],
            PolicyFile.Of(BoundOptions.Of<PolicyOptions>(configuration, PolicyOptions.Section), parts.BaseDirectory));
    }

    private static IConfiguration Read(string folder)
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(folder)
                .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
                .AddEnvironmentVariables("AIOS_")
                .AddUserSecrets(typeof(HostSettings).Assembly, optional: true, reloadOnChange: false)
                .Build();
        }
        catch (InvalidDataException fault)
        {
            throw new ConfigurationException($"appsettings.json in {folder} cannot be read ({fault.InnerException?.Message ?? fault.Message}); mend it or take it away.", fault);
        }
    }

    private static WorkspaceSettings WorkspaceOf(WorkspaceOptions options)
    {
        if (options.Id.Length is 0 or > 64 || !options.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            throw new ConfigurationException($"Workspace:Id is '{options.Id}'; use 1 to 64 lower-case letters, digits and hyphens.");
        }

        if (options.Currency.Length != 3 || !options.Currency.All(char.IsAsciiLetterUpper))
        {
            throw new ConfigurationException($"Workspace:Currency is '{options.Currency}'; use three capital letters such as EUR.");
        }

        return options.LowPriorityBatch < TimeSpan.Zero || options.LowPriorityBatch > TimeSpan.FromDays(1)
            ? throw new ConfigurationException($"Workspace:LowPriorityBatch is '{options.LowPriorityBatch}'; use 00:00:00 to 1.00:00:00.")
            : new WorkspaceSettings
            {
                Id = new WorkspaceId(options.Id),
                Currency = options.Currency,
                OperatorName = options.Name,
                TimeZone = ZoneOf(options.TimeZone),
                LowPriorityBatch = options.LowPriorityBatch,
            };
    }

    private static TimeZoneInfo ZoneOf(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return TimeZoneInfo.Local;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw new ConfigurationException($"Workspace:TimeZone is '{name}', which this machine does not know; use a name such as Europe/Berlin.");
    }

    private static HostPlaces PlacesOf(IConfiguration configuration, WorkspaceOptions options, string folder, bool isShared)
    {
        var data = Path.GetFullPath(options.DataDirectory, folder);
        var head = options.HeadFile is { Length: > 0 } named ? Path.GetFullPath(named, folder) : null;
        if (head?.StartsWith(data + Path.DirectorySeparatorChar, StringComparison.Ordinal) == true)
        {
            throw new ConfigurationException("Workspace:HeadFile lies inside Workspace:DataDirectory; put it elsewhere, since it is to show when that folder was rolled back.");
        }

        return new HostPlaces(
            data,
            configuration["Storage:Sqlite:Path"] is { Length: > 0 } database ? Path.GetFullPath(database, folder) : Path.Combine(data, "aios.db"),
            options.KeyFile is { Length: > 0 } key ? Path.GetFullPath(key, folder) : Path.Combine(data, "workspace.key"),
            head ?? (isShared ? SharedStorage.HeadFileOf(data, options.Id) : null),
            configuration["Email:DropFolder"] is { Length: > 0 } inbox ? Path.GetFullPath(inbox, folder) : Path.Combine(data, "inbox"),
            Path.Combine(data, "outbox"),
            Path.Combine(options.DataDirectory, "outbox"))
        { IsStoreShared = isShared };
    }
}
