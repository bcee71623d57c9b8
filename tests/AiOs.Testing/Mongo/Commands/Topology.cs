using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands;

/// <summary>What the server says of itself, and a signal for drivers that wait for it to change.</summary>
internal sealed class Topology
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ObjectId _process = ObjectId.GenerateNewId();
    private long _counter = 1;

    public BsonDocument Version
    {
        get
        {
            lock (_gate)
            {
                return new BsonDocument { { "processId", _process }, { "counter", _counter } };
            }
        }
    }

    /// <summary>Ends when the topology is another than the driver knows.</summary>
    public Task ChangedFrom(BsonDocument known)
    {
        lock (_gate)
        {
            return known["processId"] == _process && known["counter"].ToInt64() == _counter ? _changed.Task : Task.CompletedTask;
        }
    }

    /// <summary>The server changed its state, as when it steps down and up again.</summary>
    public void Change()
    {
        lock (_gate)
        {
            _counter++;
            _changed.SetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>The server is a new process.</summary>
    public void Restart()
    {
        lock (_gate)
        {
            _process = ObjectId.GenerateNewId();
            _counter = 1;
        }
    }
}
