using AiOs.Contracts.Events;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Journal.Chain;

namespace AiOs.Kernel.Journal.Exporting;

/// <summary>Which blobs a commit refers to.</summary>
internal static class BlobsIn
{
    public static IEnumerable<BlobRef> Commit(Commit commit)
    {
        foreach (var received in commit.Events.OfType<MessageReceived>())
        {
            if (received.Raw is { } raw)
            {
                yield return raw;
            }

            foreach (var attachment in received.Personal?.Content.Attachments ?? [])
            {
                if (attachment.Blob is { } blob)
                {
                    yield return blob;
                }
            }
        }
    }
}
