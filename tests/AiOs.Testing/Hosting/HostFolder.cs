using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AiOs.Testing.Hosting;

/// <summary>A folder of its own to run AiOs in, apart from everything of whoever runs the tests.</summary>
public sealed class HostFolder : IDisposable
{
    /// <summary>How long anything may take before it counts as hung; the machine may be busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>What a workspace begins with: it was opened, and has the policy and three playbooks.</summary>
    public const int CommitsAtStart = 5;

    /// <summary>Held until this process ends: between the look for a port and the start of the host another run could take it.</summary>
    private static readonly System.Collections.Concurrent.ConcurrentBag<FileStream> Taken = [];

    private static int _port = 20_000 + (System.Environment.ProcessId % 50 * 200);

    private readonly string _root = Directory.CreateTempSubdirectory("aios-").FullName;
    private readonly Dictionary<string, string> _environment;

    public HostFolder(IReadOnlyDictionary<string, string>? settings = null)
    {
        foreach (var part in new[] { "work", "home", "head" })
        {
            Directory.CreateDirectory(Path.Combine(_root, part));
        }

        _environment = new Dictionary<string, string>
        {
            ["HOME"] = Path.Combine(_root, "home"),
            ["XDG_STATE_HOME"] = Path.Combine(_root, "home", "state"),
            ["XDG_CONFIG_HOME"] = Path.Combine(_root, "home", "config"),
            ["DOTNET_NOLOGO"] = "1",
            // Hosts of tests live for seconds: measuring code to make it better costs more than it brings.
            ["DOTNET_TieredPGO"] = "0",
            ["TZ"] = "Europe/Berlin",
            // Tests count work items, and none of them may depend on which hour it runs in; those about the clock set it.
            ["AIOS_Jobs__Enabled"] = "false",
            ["AIOS_Workspace__HeadFile"] = Path.Combine(_root, "head", "head.json"),
            ["AIOS_Channels__Web__Port"] = FreePort().ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            _environment[name] = value;
        }
    }

    /// <summary>Where programs are started.</summary>
    public string Work => Path.Combine(_root, "work");

    public string Data => _environment.TryGetValue("AIOS_Workspace__DataDirectory", out var named) ? Path.GetFullPath(named, Work) : Path.Combine(Work, "data");

    public string Inbox => Path.Combine(Data, "inbox");

    public string Outbox => Path.Combine(Data, "outbox");

    public string HeadFile => Path.Combine(_root, "head", "head.json");

    public IDictionary<string, string> Environment => _environment;

    public IReadOnlyDictionary<string, string> With(params (string Name, string Value)[] more)
    {
        var all = new Dictionary<string, string>(_environment);
        foreach (var (name, value) in more)
        {
            all[name] = value;
        }

        return all;
    }

    /// <summary>Runs a verb to its end.</summary>
    public async Task<VerbRun> VerbAsync(params string[] arguments)
    {
        await using var process = ChildProcess.Start("dotnet", [Places.Host, .. arguments], Work, _environment);
        var code = await process.ExitAsync(Patience);
        return new VerbRun(code, string.Join('\n', process.Output), string.Join('\n', process.Errors));
    }

    /// <summary>Starts the host and waits for its ready line.</summary>
    public Task<HostProcess> ServeAsync() => HostProcess.StartAsync(this, Places.Host, [], _environment);

    /// <summary>Writes a file into the folder and returns its path.</summary>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Work, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>What was written instead of sent.</summary>
    public IReadOnlyList<string> Mails() => Directory.Exists(Outbox)
        ? [.. Directory.EnumerateFiles(Outbox, "*.eml").Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file, System.Text.Encoding.Latin1))]
        : [];

    public void Dispose()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // Something of a killed process may still be closing; the system clears its temporary folder.
        }
    }

    /// <summary>A port outside the range that the system gives to whoever asks for any, and that no other run of the tests on this machine has taken.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _port);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                Taken.Add(new FileStream(Path.Combine(Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "aios-ports")).FullName, port.ToString(CultureInfo.InvariantCulture)), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
                return port;
            }
            catch (Exception taken) when (taken is SocketException or IOException or UnauthorizedAccessException)
            {
                // Somebody has it, or is about to: the next one.
            }
        }
    }
}
