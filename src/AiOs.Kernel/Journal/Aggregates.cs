using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Routing;
using AiOs.Kernel.Forgetting;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Records;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Journal;

/// <summary>Which state a stream has before its first event.</summary>
internal static class Aggregates
{
    public static Aggregate Empty(StreamId stream)
    {
        var name = stream.Value;
        if (name.StartsWith("work/", StringComparison.Ordinal) && WorkItemId.TryParse(name, out var item))
        {
            return new WorkItem { Stream = stream, Id = item };
        }

        if (stream == StreamId.Workspace)
        {
            return new WorkspaceStream { Stream = stream };
        }

        if (stream == StreamId.Policy)
        {
            return new PolicyState { Stream = stream };
        }

        if (name.StartsWith("message/", StringComparison.Ordinal))
        {
            return new HeldMessage { Stream = stream };
        }

        return name.StartsWith("record/", StringComparison.Ordinal) && RecordId.TryParse(name[7..], out var record)
            ? new RecordState { Stream = stream, Id = record }
            : new PlainStream { Stream = stream };
    }
}
