using AiOs.Testing.Mongo.Commands;
using AiOs.Testing.Mongo.Faults;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Wire;

/// <summary>Runs a command with whatever fault was planned for it.</summary>
internal sealed class CommandRunner(ServerState state, FaultPlan faults, CommandLog log, Complaints complaints)
{
    /// <summary>Errors that say the server is no longer what it was. It tells waiting drivers at once that it is again.</summary>
    private static readonly int[] StateChanges = [91, 189, 10107, 11600, 11602, 13435, 13436];

    private static readonly int[] Retryable = [6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436];

    /// <summary>Ends when the topology is another than the driver knows.</summary>
    public Task TopologyChangedFrom(BsonDocument known) => state.Topology.ChangedFrom(known);

    /// <summary>The reply; null when the connection is to be lost.</summary>
    public async Task<BsonDocument?> RunAsync(BsonDocument body, ConnectionState connection, CancellationToken cancellationToken)
    {
        var received = ReceivedCommand.Of(body);
        log.Add(received);
        var fault = faults.Take(received, body);
        switch (fault)
        {
            case PeerFault.DropBefore:
                return null;
            case PeerFault.Fail fail:
                return Failed(fail, received);
            case PeerFault.Delay delay:
                await Task.Delay(delay.Time, state.Options.Clock, cancellationToken);
                break;
            case PeerFault.Hold hold:
                await hold.Until.WaitAsync(cancellationToken);
                break;
        }

        var reply = Run(new CommandCall(state, body, connection, fault is PeerFault.ApplyPrefix prefix ? prefix.Statements : int.MaxValue));
        return fault switch
        {
            PeerFault.DropReply or PeerFault.ApplyPrefix => null,
            PeerFault.WriteConcernTimeout => reply.Add("writeConcernError", new BsonDocument
            {
                { "code", 64 }, { "codeName", "WriteConcernFailed" }, { "errmsg", "waiting for replication timed out" },
            }),
            _ => reply,
        };
    }

    private BsonDocument Failed(PeerFault.Fail fail, ReceivedCommand received)
    {
        var retry = received.TransactionNumber is not null && Retryable.Contains(fail.Code);
        var reply = new MongoFault(fail.Code, fail.Message) { Labels = [.. fail.Labels.Union(retry ? ["RetryableWriteError"] : [])] }.ToReply();
        if (StateChanges.Contains(fail.Code))
        {
            state.Topology.Change();
            reply["topologyVersion"] = state.Topology.Version;
        }

        return reply;
    }

    private BsonDocument Run(CommandCall call)
    {
        try
        {
            return CommandTable.Run(call);
        }
        catch (MongoFault loud)
        {
            complaints.Add($"{call.Name} {call.Space}: {loud.Message}");
            return loud.ToReply();
        }
        catch (Exception error)
        {
            // A command that the peer cannot read is the peer's fault or the caller's: the test is to know, not to hang.
            complaints.Add($"{call.Name} {call.Space}: {error}");
            return new MongoFault(8, $"the wire peer failed: {error.Message}").ToReply();
        }
    }
}
