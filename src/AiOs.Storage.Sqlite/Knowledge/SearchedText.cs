using System.Text;

namespace AiOs.Storage.Sqlite.Knowledge;

/// <summary>How much of a text is searched.</summary>
internal static class SearchedText
{
    private const int MostBytes = 64 << 10;

    /// <summary>The beginning of a text that goes into the index; always the same for the same text, since taking it out needs it again.</summary>
    /// <param name="text">The text.</param>
    /// <returns>At most 64 KiB of UTF-8, whole characters.</returns>
    public static string Of(string text)
    {
        if (text.Length * 3L <= MostBytes || Encoding.UTF8.GetByteCount(text) <= MostBytes)
        {
            return text;
        }

        Encoding.UTF8.GetEncoder().Convert(text, new byte[MostBytes], flush: false, out var used, out _, out _);
        return text[..(char.IsHighSurrogate(text[used - 1]) ? used - 1 : used)];
    }
}
