using System.Reflection;
using AiOs.Contracts;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;

namespace AiOs.Scenarios.Trust;

/// <summary>Stands before a store and counts what it refused. A control has it forget: it says "kept" of what is not.</summary>
public class WatchedStore : DispatchProxy
{
    private IJournalStore? _inner;
    private int _refused;

    /// <summary>How many batches the disk was too full for.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>The control: what the disk refuses is said to be kept.</summary>
    public bool ForgetsOnFullDisk { get; set; }

    /// <summary>The control: what is only said to be kept.</summary>
    public Func<JournalBatch, bool> Forgets { get; set; } = _ => false;

    public static (IJournalStore Store, WatchedStore Watch) Over(IJournalStore inner)
    {
        var store = Create<IJournalStore, WatchedStore>();
        var watch = (WatchedStore)(object)store;
        watch._inner = inner;
        return (store, watch);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name is nameof(IJournalStore.AppendAsync)
        ? AppendAsync((JournalBatch)args![0]!, (CancellationToken)args[1]!)
        : targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);

    private async Task AppendAsync(JournalBatch batch, CancellationToken cancellationToken)
    {
        if (Forgets(batch))
        {
            return;
        }

        try
        {
            await _inner!.AppendAsync(batch, cancellationToken);
        }
        catch (AiOsException fault) when (fault.Message.StartsWith("The disk is full", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _refused);
            if (!ForgetsOnFullDisk)
            {
                throw;
            }
        }
    }
}
