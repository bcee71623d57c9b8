using System.Text;

namespace AiOs.Contracts.Cards.Plain;

/// <summary>
/// A word or address that mixes Latin letters with Cyrillic or Greek ones, most of which look alike:
/// <c>paypal.com</c> with a Cyrillic <c>a</c>. Short words with a Greek letter are units and formulas.
/// </summary>
internal static class MixedWord
{
    private const int ShortestWithGreek = 4;

    /// <summary>How long the mixed word at the start of the text is; 0 where there is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, Rune before)
    {
        if (Belongs(before))
        {
            return 0;
        }

        var (length, latin, cyrillic, greek) = (0, false, false, false);
        while (length < text.Length && Rune.DecodeFromUtf16(text[length..], out var rune, out var units) == 0 && Belongs(rune))
        {
            latin |= rune.Value is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 0x00C0 and <= 0x024F);
            cyrillic |= rune.Value is >= 0x0400 and <= 0x052F;
            greek |= rune.Value is (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF);
            length += units;
        }

        return latin && (cyrillic || (greek && length >= ShortestWithGreek)) ? length : 0;
    }

    /// <summary>Fillers count as letters and cannot be seen: they end a word and are named for themselves.</summary>
    private static bool Belongs(Rune rune) =>
        rune.Value is '.' or '@' || (Rune.IsLetterOrDigit(rune) && rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0));
}
