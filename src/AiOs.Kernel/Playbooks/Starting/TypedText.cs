namespace AiOs.Kernel.Playbooks.Starting;

/// <summary>A text that was typed below a command. Pure.</summary>
internal static class TypedText
{
    private const string Fence = "```";

    /// <summary>What stands after so many words, with its lines as they are; without the fence that chats put around a text.</summary>
    public static string After(string typed, int words)
    {
        var rest = typed.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart();
        for (var word = 0; word < words; word++)
        {
            var end = rest.AsSpan().IndexOfAny(" \t\n");
            rest = end < 0 ? string.Empty : word < words - 1 ? rest[end..].TrimStart() : rest[end..];
        }

        var text = rest.Trim('\n', ' ');
        if (text.StartsWith(Fence, StringComparison.Ordinal) && text.EndsWith(Fence, StringComparison.Ordinal) && text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var line && text.Length > line + Fence.Length)
        {
            text = text[(line + 1)..^Fence.Length].TrimEnd();
        }

        return text.Length == 0 ? text : text + "\n";
    }
}
