using System.Globalization;
using System.Text;
using AiOs.Channels.Web.Json;
using AiOs.Connectors.Email;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;

namespace AiOs.Bot.Verbs;

/// <summary><c>intake</c>, <c>approve</c>, <c>reject</c> and <c>show</c>.</summary>
internal sealed class WorkItemVerbs(MailIntake intake, IDesk desk, PrintedDigests printed)
{
    private const string By = "operator";

    public async Task<VerbResult> IntakeAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        switch (await intake.TakeAsync(ChannelName.Mail, request.Mail ?? [], cancellationToken))
        {
            case MailReceipt.Taken taken:
                return await PrintAsync(taken.Receipt.WorkItem, request, taken.Receipt.Repeated, cancellationToken);
            case MailReceipt.Refused refused:
                return VerbResult.Wrong($"{request.File}: {refused.Reading.Sentence}");
            default:
                return VerbResult.Wrong($"{request.File} cannot be read; name a mail file.");
        }
    }

    public async Task<VerbResult> ShowAsync(VerbRequest request, CancellationToken cancellationToken) =>
        WorkItemId.TryParse(request.WorkItem, out var id)
            ? await PrintAsync(id, request, repeated: null, cancellationToken)
            : NoId(request);

    public async Task<VerbResult> DecideAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        if (!WorkItemId.TryParse(request.WorkItem, out var id))
        {
            return NoId(request);
        }

        if (await desk.FindAsync(id, cancellationToken) is not { } item)
        {
            return NoItem(id);
        }

        if (item.Approvals.Where(approval => approval.State == "open").ToArray() is not [var open])
        {
            var standing = item.Approvals is [.., { Decided: { } decided }] ? $"This was already decided. {decided}." : "Nothing waits for a decision here.";
            return Told(new DecisionOutcome(Accepted: false, standing, item), request);
        }

        if (Refusal(request, item, open) is { } refusal)
        {
            return VerbResult.Wrong(refusal);
        }

        var outcome = await desk.DecideAsync(
            new OperatorDecision
            {
                Approval = open.Id,
                Kind = request.Verb == VerbNames.Approve ? DecisionKind.Approve : DecisionKind.Reject,
                Digest = open.Digest,
                Nonce = open.Nonce ?? string.Empty,
                Channel = ChannelName.CommandLine,
                By = By,
                Text = request.Reason,
            },
            cancellationToken);
        return outcome.Accepted ? Decided(outcome, request) : Told(outcome, request);
    }

    /// <summary>What was printed is what is approved: a newer card has to be looked at first.</summary>
    private string? Refusal(VerbRequest request, WorkItemView item, ApprovalView open)
    {
        if (request.Digest is not { } named)
        {
            return printed.Of(item.Id) is { } last && last != open.Digest
                ? $"The draft that was shown to you has been replaced; look at the new one with 'show {item.Id}', then decide."
                : null;
        }

        return Digest.TryParse(named, out var digest) && (digest == open.Digest || (open.Effects is [var only] && digest == only.Digest))
            ? null
            : $"No card with the digest {named} is open here; the open one has {open.Digest}. Look at it with 'show {item.Id}'.";
    }

    private async Task<VerbResult> PrintAsync(WorkItemId id, VerbRequest request, bool? repeated, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } item)
        {
            return NoItem(id);
        }

        foreach (var approval in item.Approvals.Where(approval => approval.State == "open"))
        {
            printed.Note(id, approval.Digest);
        }

        if (request.Json)
        {
            return VerbResult.Done(VerbText.Whole(writer => WorkItemJson.Write(writer, item, repeated)));
        }

        var text = new StringBuilder(VerbText.Of(item));
        text.Append("\n\nlineage\n");
        foreach (var entry in await desk.TimelineAsync(id, cancellationToken))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {entry.Position,6}  {entry.At:yyyy-MM-dd HH:mm:ss}  {entry.Title}");
            text.Append(entry.Detail is { } detail ? ": " + detail.ReplaceLineEndings(" ") + "\n" : "\n");
        }

        AppendWhy(text, item);
        return VerbResult.Done((repeated == true ? "The same mail had come in before.\n" : string.Empty) + text.ToString().TrimEnd('\n'));
    }

    private static void AppendWhy(StringBuilder text, WorkItemView item)
    {
        text.Append("\nwhy\n");
        foreach (var block in item.Why.Blocks)
        {
            VerbText.Append(text, block);
        }
    }

    private static VerbResult Decided(DecisionOutcome outcome, VerbRequest request)
    {
        var failed = outcome.Item!.State is WorkItemState.Failed or WorkItemState.OutcomeUnknown;
        return failed ? new VerbResult(VerbResult.FoundWrong, TextOf(outcome, request), outcome.Sentence) : VerbResult.Done(TextOf(outcome, request));
    }

    /// <summary>Asking again for what was decided already finds it done; asking for the contrary does not.</summary>
    private static VerbResult Told(DecisionOutcome outcome, VerbRequest request)
    {
        var wanted = request.Verb == VerbNames.Approve ? "granted" : "rejected";
        return outcome.Item!.Approvals is [.., var last] && last.State == wanted
            ? VerbResult.Done(TextOf(outcome, request))
            : new VerbResult(VerbResult.FoundWrong, request.Json ? TextOf(outcome, request) : string.Empty, outcome.Sentence);
    }

    private static string TextOf(DecisionOutcome outcome, VerbRequest request) => request.Json
        ? VerbText.Whole(writer => WorkItemJson.Write(writer, outcome))
        : $"{KebabEnumConverter<WorkItemState>.ToText(outcome.Item!.State)}: {outcome.Sentence}";

    private static VerbResult NoId(VerbRequest request) =>
        VerbResult.Usage($"'{request.WorkItem}' is no work item id; it has 32 hexadecimal digits, as 'intake' prints it.");

    private static VerbResult NoItem(WorkItemId id) => VerbResult.Wrong($"There is no work item {id} in this workspace.");
}
