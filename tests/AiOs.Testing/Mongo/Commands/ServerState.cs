using AiOs.Testing.Mongo.Data;
using AiOs.Testing.Mongo.Sessions;

namespace AiOs.Testing.Mongo.Commands;

/// <summary>What all connections share. One command runs at a time, under its gate.</summary>
internal sealed class ServerState(MongoPeerOptions options)
{
    public Lock Gate { get; } = new();

    public MongoPeerOptions Options { get; } = options;

    public MongoDatabases Databases { get; } = new();

    public CursorTable Cursors { get; private set; } = new();

    public RetryTable Retries { get; } = new();

    public Topology Topology { get; } = new();

    public string Address { get; set; } = string.Empty;

    /// <summary>A restarted server has its data and its session records, and no open cursor.</summary>
    public void Restart()
    {
        lock (Gate)
        {
            Cursors = new CursorTable();
            Topology.Restart();
        }
    }
}
