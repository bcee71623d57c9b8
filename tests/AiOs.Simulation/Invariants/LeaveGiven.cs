using System.Globalization;
using System.Text;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Simulation.Models;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants;

/// <summary>
/// No request without an Allow verdict, or a granted approval that had not expired, that nothing superseded,
/// and whose digest covers exactly the bytes that are sealed in the journal.
/// </summary>
internal sealed class LeaveGiven : Invariant
{
    public override Happening? Harm => Happening.Unapproved;

    public override string? OnEvent(ItemModel item, SeenEvent seen)
    {
        if (seen.Event is not EffectRequested requested)
        {
            return null;
        }

        if (!item.Journal.Effects.TryGetValue(requested.Effect, out var effect))
        {
            return $"Effect {requested.Effect} is requested and was never proposed.";
        }

        return effect.Judged?.Answer switch
        {
            EffectJudged.AnswerKind.Allow => null,
            EffectJudged.AnswerKind.Ask => WithoutApproval(item, effect, seen),
            _ => $"Effect {requested.Effect} is requested with the verdict '{effect.Judged?.Answer.ToString() ?? "none"}'.",
        };
    }

    private static string? WithoutApproval(ItemModel item, EffectModel effect, SeenEvent seen)
    {
        var id = effect.Line.Effect;
        var approval = item.Approvals.LastOrDefault(one => one.Asked.Effects.Contains(id));
        if (approval?.Decision is not ApprovalGranted granted)
        {
            return $"Effect {id} is requested, and its approval was not granted.";
        }

        if (approval.IsVoided || approval.IsSuperseded || approval.Asked.Proposal != item.Proposal || effect.Proposal != item.Proposal)
        {
            return $"Effect {id} is requested on an approval that is void or that a newer draft has superseded.";
        }

        if (effect.Requests.Count == 0 && seen.Commit.At >= approval.Asked.ExpiresAt)
        {
            return $"Effect {id} is requested at {seen.Commit.At:O}, and its approval expired at {approval.Asked.ExpiresAt:O}.";
        }

        return granted.Digest != approval.Asked.Digest || DigestOf(item, approval) != granted.Digest
            ? $"Effect {id} is requested on an approval that does not cover its bytes."
            : null;
    }

    /// <summary>Worked out here from the sealed bytes and what stands in clear, not by the kernel.</summary>
    private static Digest DigestOf(ItemModel item, ApprovalModel approval)
    {
        var asked = approval.Asked;
        var effects = asked.Effects.Select(id => Encoding.UTF8.GetString(item.Journal.Effects[id].Bytes ?? []));
        var records = (asked.Records ?? []).Select(record => string.Create(CultureInfo.InvariantCulture, $$"""{"record":"{{record.Record}}","version":{{record.Version}}}"""));
        var expires = asked.ExpiresAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return Digest.Of(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"approval":"{{asked.Approval}}","effects":[{{string.Join(',', effects)}}],"expiresAt":"{{expires}}","policy":"{{asked.Policy}}","records":[{{string.Join(',', records)}}],"tier":{{asked.Tier}}}""")));
    }
}
