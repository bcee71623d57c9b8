using AiOs.Contracts.Desk;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Testing.Kernel;

/// <summary>One start of the kernel on the stores of a harness.</summary>
internal sealed class KernelProcess(IServiceProvider services, CrashBoundary boundary) : IAsyncDisposable
{
    private bool _disposed;

    public CrashBoundary Boundary { get; } = boundary;

    public Workspace Workspace { get; } = services.GetRequiredService<Workspace>();

    public IInbox Inbox { get; } = services.GetRequiredService<IInbox>();

    public IDesk Desk { get; } = services.GetRequiredService<IDesk>();

    public WorkspaceJournal Journal { get; } = services.GetRequiredService<WorkspaceJournal>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            await Workspace.DisposeAsync();
        }
    }
}
