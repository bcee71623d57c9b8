using AiOs.Contracts.Ids;

namespace AiOs.Simulation.Models;

/// <summary>What the journal says, folded by the simulation itself so that a mistake in the kernel's folds is seen.</summary>
internal sealed class JournalModel
{
    public Dictionary<StreamId, ItemModel> Items { get; } = [];

    public Dictionary<EffectId, EffectModel> Effects { get; } = [];

    public Dictionary<ApprovalId, ApprovalModel> Approvals { get; } = [];

    public ItemModel ItemOf(StreamId stream)
    {
        if (!Items.TryGetValue(stream, out var item))
        {
            Items[stream] = item = new ItemModel(stream, this);
        }

        return item;
    }
}
