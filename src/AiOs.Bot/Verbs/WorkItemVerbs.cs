using System.Globalization;
using System.Text;
using AiOs.Channels.Web.Json;
using AiOs.Connectors.Email;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Bot.Verbs;

/// <summary><c>intake</c>, <c>show</c> and <c>why</c>.</summary>
internal sealed class WorkItemVerbs(MailIntake intake, IInbox inbox, IDesk desk, PrintedDigests printed)
{
    public async Task<VerbResult> IntakeAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        switch (await intake.TakeAsync(ChannelName.CommandLine, request.Content ?? [], cancellationToken))
        {
            case MailReceipt.Taken taken:
                await inbox.RestAsync(taken.Receipt.WorkItem, cancellationToken);
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
            : NoId(request.WorkItem);

    public async Task<VerbResult> WhyAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        if (!WorkItemId.TryParse(request.WorkItem, out var id))
        {
            return NoId(request.WorkItem);
        }

        if (await desk.FindAsync(id, cancellationToken) is not { } item)
        {
            return NoItem(id);
        }

        var text = new StringBuilder(item.Card.Title).Append('\n');
        foreach (var block in item.Why.Blocks)
        {
            VerbText.Append(text, block);
        }

        return VerbResult.Done(request.Json
            ? VerbText.Whole(writer => CommandReplyJson.Write(writer, new CommandReply(Done: true, item.Why.Title, item.Why.Blocks)))
            : text.ToString().TrimEnd('\n'));
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

    public static VerbResult NoId(string? given) =>
        VerbResult.Usage($"'{given}' is no work item id; it has 32 hexadecimal digits, as 'intake' prints it.");

    public static VerbResult NoItem(WorkItemId id) => VerbResult.Wrong($"There is no work item {id} in this workspace.");
}
