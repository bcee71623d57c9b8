using AiOs.Contracts;

namespace AiOs.Channels.Teams.Connector;

/// <summary>One queue per conversation, and of idle ones none.</summary>
internal sealed class ConversationQueues(TimeProvider time) : IDisposable
{
    private const int Many = 256;
    private const int Most = 2048;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PacedQueue> _queues = [];

    /// <summary>What all conversations share.</summary>
    public PacedQueue Tenant { get; } = new(Pace.OfTenant, time);

    /// <summary>The queue of a conversation.</summary>
    public PacedQueue Of(string conversation)
    {
        lock (_gate)
        {
            if (_queues.TryGetValue(conversation, out var known))
            {
                return known;
            }

            if (_queues.Count >= Many)
            {
                Sweep();
            }

            return _queues.Count < Most
                ? _queues[conversation] = new PacedQueue(Pace.OfConversation, time)
                : throw new AiOsException("Too many Teams conversations are written to at once.") { IsTransient = true };
        }
    }

    public void Dispose()
    {
        Tenant.Dispose();
        lock (_gate)
        {
            foreach (var queue in _queues.Values)
            {
                queue.Dispose();
            }
        }
    }

    /// <summary>A swept queue is not disposed: somebody may have been given it a moment ago.</summary>
    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var conversation in _queues.Where(one => one.Value.IsIdle(now)).Select(static one => one.Key).ToList())
        {
            _queues.Remove(conversation);
        }
    }
}
