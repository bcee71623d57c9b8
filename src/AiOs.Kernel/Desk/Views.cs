using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Policy;
using AiOs.Kernel.WorkItems;
using AiOs.Kernel.WorkItems.Splitting;

namespace AiOs.Kernel.Desk;

/// <summary>Shows work items to people.</summary>
internal sealed class Views(EffectCatalog catalog, PolicyShelf policies, WorkspaceSettings settings)
{
    public WorkItemView Of(WorkItem item)
    {
        var shown = item.Effects
            .Where(effect => effect.Proposal == item.Plan?.Id || effect.Phase is not EffectPhase.Proposed)
            .Select(effect => new ShownEffect(effect, EffectViews.PreviewOf(effect, catalog)))
            .ToArray();
        var effects = shown.ToDictionary(one => one.Attempt.Id, one => EffectViews.ViewOf(item, one.Attempt, one.Preview));
        return new WorkItemView
        {
            Id = item.Id,
            Version = item.Version,
            State = item.State,
            OpenedAt = item.OpenedAt,
            ChangedAt = item.ChangedAt,
            Channel = item.Received!.Channel,
            Authority = item.Received.Authority,
            Message = item.Content,
            Intent = item.Intent,
            Question = item.HasQuestion ? item.Question ?? "The question was forgotten with its subject." : null,
            Answers = item.Received.Answers,
            Replies = item.Replies,
            Parts = [.. item.Effects.Where(effect => effect.Line.Kind == EffectKind.WorkSplit).SelectMany(effect => WorkSplit.PartsIn(effect.Reference))],
            Approvals = [.. item.Approvals.Select(approval => ViewOf(approval, effects))],
            Effects = [.. effects.Values],
            CardWhenAsked = new Lazy<Card>(() => CardMaker.Of(item, shown, [.. (item.Plan?.Before ?? []).Select(catalog.PreviewOf)], policies.Latest.Document.Approvals.UndoFor, settings.TimeZone)),
            WhyWhenAsked = new Lazy<Card>(() => WhyMaker.Of(item)),
        };
    }

    /// <summary>When what rests goes, for people; nothing where nothing rests.</summary>
    public string? RestOf(WorkItem item) => RestWords.Of(item, settings.TimeZone);

    private static ApprovalView ViewOf(Approval approval, Dictionary<EffectId, EffectView> effects) => new(
        approval.Id,
        approval.Asked.Digest,
        approval.Phase switch
        {
            ApprovalPhase.Open or ApprovalPhase.HalfGranted => "open",
            ApprovalPhase.Granted => "granted",
            ApprovalPhase.Rejected => "rejected",
            ApprovalPhase.Superseded => "superseded",
            ApprovalPhase.Voided => "voided",
            _ => "expired",
        },
        approval.Asked.ExpiresAt,
        approval.Decided,
        [.. approval.Asked.Effects.Where(effects.ContainsKey).Select(id => effects[id])])
    {
        Nonce = approval.Nonce,
        Tier = approval.Asked.Tier,
        Confirm = approval.Confirm,
        Differences = approval.Asked.Personal?.Differences ?? [],
    };
}
