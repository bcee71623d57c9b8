namespace AiOs.Testing.Mongo;

/// <summary>Every command that came, in the order of arrival, save what drivers send of their own (hello, ping, authentication).</summary>
public sealed class CommandLog
{
    private static readonly string[] Unasked = ["hello", "isMaster", "ismaster", "ping", "endSessions", "saslStart", "saslContinue", "buildInfo"];

    private readonly Lock _gate = new();
    private readonly List<ReceivedCommand> _all = [];

    /// <summary>What came so far, oldest first.</summary>
    public IReadOnlyList<ReceivedCommand> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>The writes among them.</summary>
    public IReadOnlyList<ReceivedCommand> Writes => [.. All.Where(command => command.IsWrite)];

    /// <summary>Forgets what came so far.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _all.Clear();
        }
    }

    internal void Add(ReceivedCommand command)
    {
        if (!Unasked.Contains(command.Name))
        {
            lock (_gate)
            {
                _all.Add(command);
            }
        }
    }
}
