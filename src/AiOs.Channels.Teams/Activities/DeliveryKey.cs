using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AiOs.Channels.Teams.Activities;

/// <summary>
/// Tells a repeat from something new. Teams sends a delivery again under a new id, so the id says nothing; the service's own moment, to the
/// millisecond, with what was said and by whom does. Two equal texts typed one after the other have different moments.
/// </summary>
internal static class DeliveryKey
{
    public static string Of(JsonElement activity)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in Parts(activity))
        {
            Add(digest, part);
        }

        return "teams-" + Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static IEnumerable<string?> Parts(JsonElement activity)
    {
        var moment = activity.Text("timestamp");
        yield return activity.Text("type");
        yield return activity.Text("channelId");
        yield return activity.Object("conversation")?.Text("id");
        yield return activity.Object("from")?.Text("id");
        yield return activity.Object("from")?.Text("aadObjectId");
        yield return moment;
        yield return moment is null ? activity.Text("id") : null;
        yield return activity.Text("name");
        yield return activity.Text("replyToId");
        yield return activity.Text("text");
        yield return activity.TryGetProperty("value", out var value) ? value.GetRawText() : null;
        foreach (var attachment in activity.Items("attachments"))
        {
            yield return attachment.Text("contentType");
            yield return attachment.Text("name");
            // An address made for one fetch may differ in the repeat; the file's own name does not.
            yield return attachment.Object("content")?.Text("uniqueId") ?? attachment.Text("contentUrl");
        }
    }

    /// <summary>Each part with its length, so that no two lists of parts read alike.</summary>
    private static void Add(IncrementalHash digest, string? part)
    {
        var bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part is null ? -1 : bytes.Length);
        digest.AppendData(length);
        digest.AppendData(bytes);
    }
}
