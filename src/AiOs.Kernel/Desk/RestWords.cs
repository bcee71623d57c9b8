using System.Globalization;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Desk;

/// <summary>Says when something goes that can still be stopped.</summary>
internal static class RestWords
{
    /// <summary>The sentence; nothing where nothing rests.</summary>
    public static string? Of(WorkItem item, TimeZoneInfo zone)
    {
        if (UndoSend.Stoppable(item) is not { HeldUntil: { } until, Line.Kind: var kind })
        {
            return null;
        }

        var at = TimeZoneInfo.ConvertTime(until, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{(kind == EffectKind.EmailSend ? "Sends" : "Runs")} at {at}; Undo stops it.";
    }
}
