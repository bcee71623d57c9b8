using AiOs.Channels.Web.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;

namespace AiOs.Bot.Verbs;

/// <summary><c>approve</c>, <c>reject</c> and <c>undo</c>.</summary>
internal sealed class DecisionVerbs(IDesk desk, PrintedDigests printed)
{
    private const string By = "operator";

    public Task<VerbResult> RunAsync(VerbRequest request, CancellationToken cancellationToken) =>
        request.More.Count == 0 ? DecideAsync(request, cancellationToken)
        : request.Digest is null && request.Confirm is null ? ApproveAllAsync(request, cancellationToken)
        : Task.FromResult(VerbResult.Usage("--digest and --confirm are for one card; approve such a card by itself."));

    public async Task<VerbResult> UndoAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        if (!WorkItemId.TryParse(request.WorkItem, out var id))
        {
            return WorkItemVerbs.NoId(request.WorkItem);
        }

        var outcome = await desk.UndoAsync(id, ChannelName.CommandLine, By, cancellationToken);
        return outcome switch
        {
            { Item: null } => WorkItemVerbs.NoItem(id),
            { Accepted: true } => Decided(outcome, request),
            _ => new VerbResult(VerbResult.FoundWrong, request.Json ? TextOf(outcome, request) : string.Empty, outcome.Sentence),
        };
    }

    private async Task<VerbResult> DecideAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        if (!WorkItemId.TryParse(request.WorkItem, out var id))
        {
            return WorkItemVerbs.NoId(request.WorkItem);
        }

        if (await desk.FindAsync(id, cancellationToken) is not { } item)
        {
            return WorkItemVerbs.NoItem(id);
        }

        if (OpenOf(item) is not { } open)
        {
            return Told(new DecisionOutcome(Accepted: false, StandingOf(item), item), request);
        }

        if (Refusal(request, item, open) is { } refusal)
        {
            return VerbResult.Wrong(refusal);
        }

        var outcome = await desk.DecideAsync(TapOf(open, request), cancellationToken);
        return outcome.Accepted ? Decided(outcome, request) : Told(outcome, request);
    }

    /// <summary>Several cards at once: only those that one tap is enough for, each by itself.</summary>
    private async Task<VerbResult> ApproveAllAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var outcomes = new List<DecisionOutcome?>();
        var taps = new List<OperatorDecision>();
        foreach (var given in request.More.Prepend(request.WorkItem!).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (!WorkItemId.TryParse(given, out var id))
            {
                return WorkItemVerbs.NoId(given);
            }

            if (await desk.FindAsync(id, cancellationToken) is not { } item)
            {
                return WorkItemVerbs.NoItem(id);
            }

            var open = OpenOf(item);
            var refusal = open is null ? StandingOf(item) : Refusal(request, item, open);
            outcomes.Add(refusal is null ? null : new DecisionOutcome(Accepted: false, refusal, item));
            if (refusal is null)
            {
                taps.Add(TapOf(open!, request));
            }
        }

        var decided = await desk.DecideAllAsync(taps, cancellationToken);
        var next = 0;
        return AllTold([.. outcomes.Select(outcome => outcome ?? decided[next++])], request);
    }

    private static VerbResult AllTold(IReadOnlyList<DecisionOutcome> outcomes, VerbRequest request)
    {
        var open = outcomes.Count(outcome => !IsAsWanted(outcome, "granted") || IsTrouble(outcome));
        var text = request.Json
            ? VerbText.Whole(writer => OutcomeListJson.Write(writer, outcomes))
            : string.Join('\n', outcomes.Select(outcome => $"{outcome.Item?.Id}  {TextOf(outcome, request)}"));
        return open == 0 ? VerbResult.Done(text) : new VerbResult(VerbResult.FoundWrong, text, $"{open} of {outcomes.Count} were not approved and done; each line says why.");
    }

    private static OperatorDecision TapOf(ApprovalView open, VerbRequest request) => new()
    {
        Approval = open.Id,
        Kind = request.Verb == VerbNames.Approve ? DecisionKind.Approve : DecisionKind.Reject,
        Digest = open.Digest,
        Nonce = open.Nonce ?? string.Empty,
        Confirmation = request.Confirm,
        Channel = ChannelName.CommandLine,
        By = By,
        Text = request.Reason,
    };

    private static ApprovalView? OpenOf(WorkItemView item) =>
        item.Approvals.Where(approval => approval.State == "open").ToArray() is [var open] ? open : null;

    private static string StandingOf(WorkItemView item) =>
        item.Approvals is [.., { Decided: { } decided }] ? $"This was already decided. {decided}." : "Nothing waits for a decision here.";

    /// <summary>What was printed is what is approved: a newer card has to be looked at first.</summary>
    private string? Refusal(VerbRequest request, WorkItemView item, ApprovalView open)
    {
        if (request.Digest is { } named && !(Digest.TryParse(named, out var digest) && (digest == open.Digest || (open.Effects is [var only] && digest == only.Digest))))
        {
            return $"No card with the digest {named} is open here; the open one has {open.Digest}. Look at it with 'show {item.Id}'.";
        }

        if (request.Digest is null && printed.Of(item.Id) is { } last && last != open.Digest)
        {
            return $"The draft that was shown to you has been replaced; look at the new one with 'show {item.Id}', then decide.";
        }

        return request.Verb == VerbNames.Approve && request.Confirm is null && open.Confirm is { } wanted
            ? $"This needs more than a tap: to approve it, type what stands on its card, approve {item.Id} --confirm \"{wanted}\"."
            : null;
    }

    private static VerbResult Decided(DecisionOutcome outcome, VerbRequest request) => IsTrouble(outcome)
        ? new VerbResult(VerbResult.FoundWrong, TextOf(outcome, request), outcome.Sentence)
        : VerbResult.Done(TextOf(outcome, request));

    private static bool IsTrouble(DecisionOutcome outcome) => outcome.Item?.State is WorkItemState.Failed or WorkItemState.OutcomeUnknown;

    /// <summary>Asking again for what was decided already finds it done; asking for the contrary does not.</summary>
    private static VerbResult Told(DecisionOutcome outcome, VerbRequest request) =>
        IsAsWanted(outcome, request.Verb == VerbNames.Approve ? "granted" : "rejected")
            ? VerbResult.Done(TextOf(outcome, request))
            : new VerbResult(VerbResult.FoundWrong, request.Json ? TextOf(outcome, request) : string.Empty, outcome.Sentence);

    private static bool IsAsWanted(DecisionOutcome outcome, string wanted) =>
        outcome.Item?.Approvals is [.., var last] && last.State == wanted;

    private static string TextOf(DecisionOutcome outcome, VerbRequest request) => request.Json
        ? VerbText.Whole(writer => WorkItemJson.Write(writer, outcome))
        : $"{KebabEnumConverter<WorkItemState>.ToText(outcome.Item!.State)}: {outcome.Sentence}";
}
