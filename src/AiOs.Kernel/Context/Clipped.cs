namespace AiOs.Kernel.Context;

/// <summary>Cuts a text that is too long, never through the two halves of one character, since half of one shows as none.</summary>
internal static class Clipped
{
    /// <summary>The text, or its beginning.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How many UTF-16 units are left of it at the most.</param>
    /// <param name="end">What stands behind a beginning.</param>
    public static string To(string text, int longest, string end = "…") =>
        text.Length <= longest ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), end);
}
