namespace AiOs.Kernel.Grounding.Texts;

/// <summary>Lower case that never makes a plain letter of a foreign one: the Kelvin sign is no k.</summary>
internal static class Letters
{
    public static string Lower(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = Lower(source[i]);
        }
    });

    private static char Lower(char c)
    {
        if (char.IsAscii(c))
        {
            return char.ToLowerInvariant(c);
        }

        var lower = char.ToLowerInvariant(c);
        return char.IsAscii(lower) ? c : lower;
    }
}
