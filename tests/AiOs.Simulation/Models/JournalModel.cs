using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;

namespace AiOs.Simulation.Models;

/// <summary>What the journal says, folded by the simulation itself so that a mistake in the kernel's folds is seen.</summary>
internal sealed class JournalModel
{
    public Dictionary<StreamId, ItemModel> Items { get; } = [];

    public Dictionary<EffectId, EffectModel> Effects { get; } = [];

    public Dictionary<ApprovalId, ApprovalModel> Approvals { get; } = [];

    /// <summary>What the Records say.</summary>
    public Dictionary<RecordId, Dictionary<string, string>> Records { get; } = [];

    public bool IsFrozen { get; private set; }

    /// <summary>How often everything was let go on.</summary>
    public int Resumes { get; private set; }

    /// <summary>The policy; nothing while it is the one that comes with the program.</summary>
    public string? PolicyText { get; private set; }

    /// <summary>How the policy in force is cited.</summary>
    public string PolicyVersion { get; private set; } = "built-in";

    public void Apply(JournalEvent happened)
    {
        switch (happened)
        {
            case WorkspaceFrozen:
                IsFrozen = true;
                break;
            case WorkspaceResumed:
                IsFrozen = false;
                Resumes++;
                break;
            case PolicyAdopted adopted:
                PolicyText = adopted.Personal?.Text;
                PolicyVersion = FormattableString.Invariant($"policy/main@{adopted.Version}");
                break;
            case RecordWritten { Personal: { } values } written:
                Write(written.Record, values);
                break;
            default:
                break;
        }
    }

    private void Write(RecordId record, RecordWritten.Values values)
    {
        if (!Records.TryGetValue(record, out var fields))
        {
            Records[record] = fields = [];
        }

        foreach (var (field, value) in values.Fields)
        {
            fields[field] = value.Value;
        }

        foreach (var gone in values.Removed ?? [])
        {
            fields.Remove(gone);
        }
    }

    public ItemModel ItemOf(StreamId stream)
    {
        if (!Items.TryGetValue(stream, out var item))
        {
            Items[stream] = item = new ItemModel(stream, this);
        }

        return item;
    }
}
