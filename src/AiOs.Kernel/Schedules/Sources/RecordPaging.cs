using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;

namespace AiOs.Kernel.Schedules.Sources;

/// <summary>Reads every Record of a type.</summary>
internal static class RecordPaging
{
    private const int PageSize = 200;

    public static async Task<IReadOnlyList<RecordSnapshot>> AllAsync(this IRecords records, string type, CancellationToken cancellationToken)
    {
        var all = new List<RecordSnapshot>();
        RecordId? next = null;
        do
        {
            var page = await records.ListAsync(type, next, PageSize, cancellationToken);
            all.AddRange(page.Records);
            next = page.Next;
        }
        while (next is not null);

        return all;
    }
}
