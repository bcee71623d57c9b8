using System.Text;

namespace AiOs.Memory.Context;

/// <summary>
/// About how many tokens a text takes: one for each four bytes of UTF-8 begun. Byte-pair vocabularies take fewer for plain English and about as
/// many for German, so a pack that fits by this fits; for scripts of three bytes a letter it is about one token a letter, which is what they take.
/// </summary>
internal static class TokenEstimate
{
    private const int BytesPerToken = 4;

    public static int Of(string text) => (Encoding.UTF8.GetByteCount(text) + BytesPerToken - 1) / BytesPerToken;
}
