using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Simulation.Models;
using AiOs.Simulation.People;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants;

/// <summary>Every acknowledged message has one work item, however often it came, and every refusal its reason in the journal.</summary>
internal sealed class NothingLost : Invariant
{
    private readonly Dictionary<int, StreamId> _streams = [];
    private readonly HashSet<StreamId> _refused = [];

    public override string? OnEvent(ItemModel item, SeenEvent seen)
    {
        switch (seen.Event)
        {
            case MessageReceived { Personal.Content: { } content }:
                var number = Mail.NumberOf(content);
                return _streams.TryAdd(number, item.Stream) ? null : $"Message {number} has two work items: {_streams[number]} and {item.Stream}.";
            case MessageRefused:
                _refused.Add(item.Stream);
                return null;
            default:
                return null;
        }
    }

    public override string? OnAcknowledged(JournalModel journal, int number, Receipt receipt) =>
        _streams.TryGetValue(number, out var stream) && stream == StreamId.Of(receipt.WorkItem)
            ? null
            : $"Message {number} was acknowledged as work item {receipt.WorkItem}, which the journal does not hold for it.";

    public override string? OnRefused(JournalModel journal, int refusals) =>
        _refused.Count < refusals ? $"{refusals} refusals were acknowledged, and the journal holds {_refused.Count}." : null;

    public override string? AtEnd(World world, JournalModel journal) =>
        world.Sender.Waiting.FirstOrDefault() is > 0 and var number ? $"Message {number} is still not taken, though all faults are over." : null;
}
