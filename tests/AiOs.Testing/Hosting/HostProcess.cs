namespace AiOs.Testing.Hosting;

/// <summary>A running host: its process, its address and a client for the endpoints that the page uses.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private HostProcess(ChildProcess process, Uri address, TimeSpan readyAfter)
    {
        _process = process;
        Address = address;
        ReadyAfter = readyAfter;
        Web = new WebClient(address);
    }

    /// <summary>The address of the ready line, key and all.</summary>
    public Uri Address { get; }

    public TimeSpan ReadyAfter { get; }

    public WebClient Web { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public IReadOnlyList<string> Output => _process.Output;

    public IReadOnlyList<string> Errors => _process.Errors;

    public static Task<HostProcess> StartAsync(HostFolder folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment) =>
        ReadyAsync(Launch(folder, program, arguments, environment));

    public static ChildProcess Launch(HostFolder folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment) =>
        ChildProcess.Start("dotnet", [program, .. arguments], folder.Work, environment);

    /// <summary>Waits for the ready line.</summary>
    public static async Task<HostProcess> ReadyAsync(ChildProcess process)
    {
        try
        {
            var line = await process.LineAsync(said => said.StartsWith("ready ", StringComparison.Ordinal), HostFolder.Patience);
            return new HostProcess(process, new Uri(line[6..]), TimeProvider.System.GetElapsedTime(process.Started));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Says a line on its standard input and waits until it answers with another.</summary>
    public async Task TellAsync(string line, string answer)
    {
        await _process.SayAsync(line);
        await _process.LineAsync(said => said == answer, HostFolder.Patience);
    }

    /// <summary>The polite end; returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        _process.Terminate();
        return await _process.ExitAsync(HostFolder.Patience);
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.ExitAsync(HostFolder.Patience);
    }

    /// <summary>Waits for a process that is to end by itself.</summary>
    public Task<int> EndAsync() => _process.ExitAsync(HostFolder.Patience);

    public string All() => _process.All();

    public async ValueTask DisposeAsync()
    {
        Web.Dispose();
        await _process.DisposeAsync();
    }
}
