using AiOs.Benchmarks.Floors;
using AiOs.Benchmarks.Hosts;
using AiOs.Contracts.Desk;

namespace AiOs.Benchmarks.Parts;

/// <summary>That rounds really happened: each work item is done in the journal's projection, and its mail lies in the outbox.</summary>
internal static class HostChecks
{
    public static void MustHold(BenchFolder folder, int rounds, int before = 0)
    {
        using var connection = RoundBytes.Open(folder.Database);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*), count(*) FILTER (WHERE state = $done) FROM work_items";
        command.Parameters.AddWithValue("$done", (long)WorkItemState.Done);
        using var reader = command.ExecuteReader();
        reader.Read();
        var (items, done) = (reader.GetInt64(0), reader.GetInt64(1));
        var files = Directory.Exists(folder.Outbox) ? Directory.GetFiles(folder.Outbox, "*.eml").Length : 0;
        if (items != rounds + before || done != items || files != rounds)
        {
            throw new InvalidOperationException($"{rounds} rounds on {before} left {items} work items, {done} of them done, and {files} mails.");
        }
    }
}
