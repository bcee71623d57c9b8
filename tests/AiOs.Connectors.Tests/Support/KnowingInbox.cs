using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Tests.Support;

/// <summary>An inbox that knows what it had, as the real one does, or the real one looked at.</summary>
internal sealed class KnowingInbox(IInbox? real = null) : IInbox
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _known = [];
    private readonly List<string> _subjects = [];
    private readonly List<string> _refused = [];
    private int _repeats;

    /// <summary>The subjects of what came for the first time, in order.</summary>
    public IReadOnlyList<string> Subjects
    {
        get
        {
            lock (_gate) return [.. _subjects];
        }
    }

    /// <summary>The codes of what was refused, in order.</summary>
    public IReadOnlyList<string> Refused
    {
        get
        {
            lock (_gate) return [.. _refused];
        }
    }

    /// <summary>How often something came that had come before.</summary>
    public int Repeats => Volatile.Read(ref _repeats);

    /// <summary>The store is away.</summary>
    public bool Broken { get; set; }

    /// <summary>Runs before a message is taken.</summary>
    public Func<InboundMessage, Task>? Before { get; set; }

    public async Task<Receipt> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (Broken) throw new AiOsException("The store is full.") { IsTransient = true };
        if (Before is not null) await Before(message);
        var receipt = real is null ? new Receipt(new WorkItemId(Guid.Empty), !IsNew(message.DedupeKey)) : await real.ReceiveAsync(message, cancellationToken);
        if (receipt.Repeated)
        {
            Interlocked.Increment(ref _repeats);
            return receipt;
        }

        lock (_gate) _subjects.Add(message.Content.Subject ?? string.Empty);
        return receipt;
    }

    public Task RefuseAsync(ChannelName channel, string code, long bytes, string dedupeKey, CancellationToken cancellationToken)
    {
        if (Broken) throw new AiOsException("The store is full.") { IsTransient = true };
        lock (_gate)
        {
            if (_known.Add(dedupeKey)) _refused.Add(code);
        }

        return real?.RefuseAsync(channel, code, bytes, dedupeKey, cancellationToken) ?? Task.CompletedTask;
    }

    private bool IsNew(string key)
    {
        lock (_gate) return _known.Add(key);
    }
}
