using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;
using AiOs.Kernel.Grounding;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Context;

/// <summary>Which mail may wait for a batch, and for which. Pure; never what the operator typed or sent on, never a VIP's.</summary>
internal static class LowPriority
{
    private static readonly string[] Yes = ["yes", "true", "1", "ja"];

    /// <summary>When the batch comes that a message waits for; nothing where it is drafted at once.</summary>
    public static DateTimeOffset? DraftFrom(WorkItem item, Intent intent, IReadOnlyList<RecordSnapshot> known, TimeSpan batch)
    {
        var waits = batch > TimeSpan.Zero
            && item.Received is { Authority: Authority.External } received && received.Channel == ChannelName.Mail
            && item.Content is { Origin: ContentOrigin.DirectMail, Forwarder: null }
            && intent is { Sure: true, Category: Category.Newsletter or Category.Notification or Category.Receipt or Category.Spam }
            && !known.Any(IsVip);

        // Counted from the epoch, so that all that comes between two batches is drafted in the same one, whoever restarts meanwhile.
        return waits ? new DateTimeOffset(((item.OpenedAt.UtcTicks / batch.Ticks) + 1) * batch.Ticks, TimeSpan.Zero) : null;
    }

    /// <summary>Whether a Record says that its client comes first: the operator's own word, never a mail's.</summary>
    public static bool IsVip(RecordSnapshot record) =>
        record.Id.Type == "client" && record.Fields.TryGetValue("vip", out var vip) && Passages.IsConfirmed(vip) && Yes.Contains(vip.Value.Trim(), StringComparer.OrdinalIgnoreCase);
}
