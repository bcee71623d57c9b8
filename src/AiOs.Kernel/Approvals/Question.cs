using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Approvals;

/// <summary>Makes the question for a plan. Pure.</summary>
internal static class Question
{
    public static ApprovalRequested For(WorkItem item, int tier, Surroundings around, ApprovalId id, string nonce)
    {
        var effects = item.CurrentEffects.ToArray();
        var records = Ground.VersionsOf(item, around);
        var policy = around.Policy;
        var expiresAt = around.Now + policy.Document.Approvals.ExpireAfter;
        var before = item.CurrentApproval is { Phase: ApprovalPhase.Voided } voided ? voided : null;
        return new ApprovalRequested(
            id,
            item.Plan!.Id,
            [.. effects.Select(effect => effect.Id)],
            ApprovalDigest.Of(id, effects.Select(effect => effect.Effect!), records, policy.Version, tier, expiresAt),
            tier,
            policy.Version,
            expiresAt)
        {
            Records = records.Count > 0 ? records : null,
            Replaces = before?.Id,
            Quiet = IsQuiet(tier, around) ? true : null,
            Ladder = policy.LadderFrom(around.Now) is { Count: > 0 } ladder ? ladder : null,
            CoolOffSeconds = tier > 2 ? (long)policy.Document.Approvals.CoolOff.TotalSeconds : null,
            Personal = new ApprovalRequested.Words(nonce, tier > 1 ? WhatToType(effects.Select(effect => effect.Grounds)) : null, Ground.ReliedOn(item, around), before is null ? [] : [before.Reason!]),
        };
    }

    /// <summary>Small questions beyond the day's interruptions, and those in quiet hours, wait for the digest.</summary>
    private static bool IsQuiet(int tier, Surroundings around) =>
        !around.Ledger.Interruptions.Next(around.Policy.Document.InterruptionsPerDay, tier, around.Local) || (tier == 1 && around.Policy.IsQuiet(around.Local));

    /// <summary>Whether the granted question covers exactly these bytes.</summary>
    public static bool Covers(WorkItem item, Approval approval) =>
        item.CurrentEffects.ToArray() is var effects
        && effects.All(effect => effect.Effect is not null)
        && ApprovalDigest.Of(approval.Id, effects.Select(effect => effect.Effect!), approval.Asked.Records ?? [], approval.Asked.Policy, approval.Asked.Tier, approval.Asked.ExpiresAt) == approval.Asked.Digest;

    /// <summary>The largest amount; where no money is spent, whom it touches; else a plain word.</summary>
    private static string WhatToType(IEnumerable<EffectGrounds> grounds)
    {
        var all = grounds.ToArray();
        return all.Select(one => one.Cost).Where(cost => cost is not null).MaxBy(cost => cost!.Minor)?.ToString()
            ?? all.Select(one => one.Counterparty).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name))
            ?? "yes";
    }
}
