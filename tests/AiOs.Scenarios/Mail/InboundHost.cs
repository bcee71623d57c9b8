using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Mail;

/// <summary>A host that a mail provider may post to, the same for all tests of a class.</summary>
public sealed class InboundHost : IAsyncLifetime
{
    public const string Secret = "correct horse battery staple";

    private readonly HostFolder _folder = new(new Dictionary<string, string> { ["AIOS_Email__InboundSecret"] = Secret });
    private HostProcess? _host;

    public HostProcess Process => _host!;

    public async ValueTask InitializeAsync() => _host = await _folder.ServeAsync();

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        _folder.Dispose();
    }
}
