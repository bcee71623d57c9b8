using System.Text.Json.Nodes;

namespace AiOs.Testing.Telegram;

/// <summary>One call of the bot.</summary>
/// <param name="Method">The method's name as called.</param>
/// <param name="Fields">What it was called with.</param>
/// <param name="Files">The names of the files that came along, with their sizes.</param>
/// <param name="Status">The HTTP status of the answer; 0 where the connection was dropped.</param>
/// <param name="Applied">Whether it took effect.</param>
/// <param name="At">When it came.</param>
public sealed record TelegramCall(string Method, JsonObject Fields, IReadOnlyDictionary<string, int> Files, int Status, bool Applied, DateTimeOffset At)
{
    /// <summary>A field as text, whatever its JSON type; empty where it is missing.</summary>
    public string this[string name] => Fields[name]?.ToString() ?? string.Empty;
}
