using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Faults;

/// <summary>What will go wrong. The oldest fault that matches a command strikes it. The handshake is spared unless a trigger names it.</summary>
public sealed class FaultPlan
{
    private static readonly string[] Handshake = ["hello", "isMaster", "ismaster", "saslStart", "saslContinue"];

    private readonly Lock _gate = new();
    private readonly List<PlannedFault> _planned = [];

    /// <summary>Plans a fault.</summary>
    /// <param name="trigger">When it strikes.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <returns>The planned fault, which counts its strikes.</returns>
    public PlannedFault Add(FaultTrigger trigger, PeerFault fault)
    {
        var planned = new PlannedFault(Named(trigger), fault);
        lock (_gate)
        {
            _planned.Add(planned);
        }

        return planned;
    }

    /// <summary>Plans a fault for the next command of a name.</summary>
    /// <param name="command">The command's name, such as "insert".</param>
    /// <param name="fault">What goes wrong.</param>
    /// <returns>The planned fault, which counts its strikes.</returns>
    public PlannedFault Next(string command, PeerFault fault) => Add(new FaultTrigger { Command = command }, fault);

    /// <summary>Forgets all faults, also those that have not struck.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
        }
    }

    internal PeerFault? Take(ReceivedCommand command, BsonDocument body)
    {
        lock (_gate)
        {
            return _planned.Find(planned => planned.Strikes(command, body))?.Fault;
        }
    }

    private static FaultTrigger Named(FaultTrigger trigger) => trigger.Command is not null
        ? trigger
        : trigger with { When = (command, body) => !Handshake.Contains(command.Name) && (trigger.When is null || trigger.When(command, body)) };
}
