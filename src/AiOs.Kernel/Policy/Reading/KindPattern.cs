namespace AiOs.Kernel.Policy.Reading;

/// <summary>How kinds are written: words with points between them, or all below such a name as in <c>mcp.*</c>.</summary>
internal static class KindPattern
{
    public static bool IsOne(string text)
    {
        var name = text.EndsWith(".*", StringComparison.Ordinal) ? text[..^2] : text;
        return name.Split('.').All(part => part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
    }
}
