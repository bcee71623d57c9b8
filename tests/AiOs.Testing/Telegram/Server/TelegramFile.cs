using System.Text.Json.Nodes;

namespace AiOs.Testing.Telegram.Server;

/// <summary>A file on the server.</summary>
internal sealed record TelegramFile(string Id, string UniqueId, string Path, byte[] Bytes, long Size)
{
    public JsonObject ToJson() => new() { ["file_id"] = Id, ["file_unique_id"] = UniqueId, ["file_size"] = Size };
}
