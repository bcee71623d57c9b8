using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Kernel.Policy;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Approvals;

/// <summary>Whether what a question relied on still holds. Pure.</summary>
internal static class Ground
{
    /// <summary>How many fields of a Record are remembered with a question.</summary>
    private const int MostFields = 64;

    /// <summary>Why a question is void by now; nothing while it holds.</summary>
    public static ApprovalVoided? LostBy(WorkItem item, Approval approval, Surroundings around)
    {
        var differences = DifferencesIn(approval.Asked, around);
        if (item is { IsUntouched: true, Run: { } run } && run.HasMoved(around) && differences.Count == 0)
        {
            differences.Add("A Record that this step stands on has changed.");
        }

        if (differences.Count > 0)
        {
            return new ApprovalVoided(approval.Id, "record-changed") { Personal = new ApprovalVoided.Words(differences) };
        }

        return StricterFor(item, approval, around) is { } stricter
            ? new ApprovalVoided(approval.Id, "policy-stricter") { Personal = new ApprovalVoided.Words([stricter]) }
            : null;
    }

    /// <summary>The values that a plan relies on, as they are now.</summary>
    public static IReadOnlyList<RecordReliance> ReliedOn(WorkItem item, Surroundings around) =>
    [
        .. item.Plan!.Cited.Select(cited => around.Find(cited.Record)).OfType<Records.RecordState>()
            .SelectMany(record => record.FieldsAt(around.Now).OrderBy(field => field.Key, StringComparer.Ordinal).Take(MostFields)
                .Select(field => new RecordReliance(record.Id, record.Version, field.Key, field.Value.Value))),
    ];

    /// <summary>The versions of all Records that a plan cites, as they are now; 0 for one that is gone.</summary>
    public static IReadOnlyList<RecordVersion> VersionsOf(WorkItem item, Surroundings around) =>
        [.. item.Plan!.Cited.Select(cited => new RecordVersion(cited.Record, around.Find(cited.Record)?.Version ?? 0))];

    private static List<string> DifferencesIn(ApprovalRequested asked, Surroundings around)
    {
        var differences = new List<string>();
        var moved = (asked.Records ?? []).Where(cited => (around.Find(cited.Record)?.Version ?? 0) != cited.Version).Select(cited => cited.Record).ToHashSet();
        if (moved.Count > 0 && asked.Personal is null)
        {
            differences.Add("A Record that this relied on has changed.");
        }

        foreach (var relied in asked.Personal?.Relies ?? [])
        {
            if (around.Find(relied.Record)?.FieldsAt(around.Now).GetValueOrDefault(relied.Field)?.Value is var now && now != relied.Value)
            {
                differences.Add($"{relied.Field} of {relied.Record} was \"{relied.Value}\" and is {(now is null ? "gone" : $"\"{now}\"")} now.");
            }
        }

        return differences;
    }

    /// <summary>A policy that has become milder voids nothing.</summary>
    private static string? StricterFor(WorkItem item, Approval approval, Surroundings around)
    {
        if (around.Policy.Version == approval.Asked.Policy)
        {
            return null;
        }

        foreach (var effect in item.CurrentEffects)
        {
            switch (Judge.Verdict(item, effect, around))
            {
                case Verdict.Deny deny:
                    return $"The policy says no by now: {deny.Sentence}";
                case Verdict.Ask ask when ask.Tier > approval.Asked.Tier:
                    return $"The policy asks for more by now: {ask.Sentence}";
                default:
                    break;
            }
        }

        return null;
    }
}
