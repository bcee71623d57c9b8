using AiOs.Contracts.Ports;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Schedules;

/// <summary>Lets a reader of a schedule's cursor go on only when a second one has read it too.</summary>
internal sealed class PairedCursors : ICursors
{
    private readonly InMemoryCursors _inner = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource? _waiting;

    public async Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var value = await _inner.FindAsync(name, cancellationToken);
        if (name.StartsWith("schedule/", StringComparison.Ordinal))
        {
            await PairAsync().WaitAsync(cancellationToken);
        }

        return value;
    }

    public Task<bool> TryMoveAsync(string name, string? expected, string value, CancellationToken cancellationToken) => _inner.TryMoveAsync(name, expected, value, cancellationToken);

    private Task PairAsync()
    {
        lock (_gate)
        {
            if (_waiting is { } first)
            {
                _waiting = null;
                first.SetResult();
                return Task.CompletedTask;
            }

            _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiting.Task;
        }
    }
}
