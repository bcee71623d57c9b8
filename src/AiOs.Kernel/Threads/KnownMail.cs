using System.Globalization;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Threads;

/// <summary>Which work item a Message-ID belongs to, and since which position of the journal.</summary>
/// <param name="WorkItem">The work item.</param>
/// <param name="Position">Where the journal first names it: what stands before cannot have answered it.</param>
internal sealed record KnownMail(WorkItemId WorkItem, long Position)
{
    public static KnownMail? Read(string? stored) =>
        stored?.Split(' ') is [var id, var at] && WorkItemId.TryParse(id, out var item) && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? new KnownMail(item, position)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{WorkItem} {Position}");
}
