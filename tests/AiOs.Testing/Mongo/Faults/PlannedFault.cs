using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Faults;

/// <summary>A fault in the plan, and how often it struck.</summary>
public sealed class PlannedFault
{
    private readonly TaskCompletionSource _struck = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FaultTrigger _trigger;
    private int _passed;

    internal PlannedFault(FaultTrigger trigger, PeerFault fault)
    {
        _trigger = trigger;
        Fault = fault;
    }

    /// <summary>How often it struck so far.</summary>
    public int Struck { get; private set; }

    /// <summary>Ends when it struck for the first time.</summary>
    public Task FirstStrike => _struck.Task;

    internal PeerFault Fault { get; }

    internal bool Strikes(ReceivedCommand command, BsonDocument body)
    {
        if (Struck >= _trigger.Times || !_trigger.Matches(command, body) || _passed++ < _trigger.After)
        {
            return false;
        }

        Struck++;
        _struck.TrySetResult();
        return true;
    }
}
