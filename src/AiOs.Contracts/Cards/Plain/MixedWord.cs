using System.Text;

namespace AiOs.Contracts.Cards.Plain;

/// <summary>
/// A word or address that mixes Latin letters with Cyrillic or Greek ones, most of which look alike, or with a stranger's that do:
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

        var (length, latin, strange, greek) = (0, false, false, false);
        while (length < text.Length && Rune.DecodeFromUtf16(text[length..], out var rune, out var units) == 0 && Belongs(rune))
        {
            latin |= rune.Value is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 0x00C0 and <= 0x024F);
            strange |= rune.Value is (>= 0x0400 and <= 0x052F) || LooksLatin(rune.Value);
            greek |= rune.Value is (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF);
            length += units;
        }

        return latin && (strange || (greek && length >= ShortestWithGreek)) ? length : 0;
    }

    /// <summary>Phonetic, Armenian, Cherokee, Coptic, Lisu, Deseret and mathematical letters and Roman numbers, some of which are drawn like Latin ones.</summary>
    private static bool LooksLatin(int letter) => letter is (>= 0x0250 and <= 0x02AF) or (>= 0x0530 and <= 0x058F) or (>= 0x13A0 and <= 0x13FF)
        or (>= 0x1D00 and <= 0x1DBF) or (>= 0x2160 and <= 0x2188) or (>= 0x2C80 and <= 0x2CFF) or (>= 0xA4D0 and <= 0xA4FF) or (>= 0xAB70 and <= 0xABBF) or (>= 0x10400 and <= 0x1044F) or (>= 0x1D400 and <= 0x1D7FF);

    /// <summary>Fillers count as letters and cannot be seen: they end a word and are named for themselves.</summary>
    private static bool Belongs(Rune rune) =>
        rune.Value is '.' or '@' or (>= 0x2160 and <= 0x2188) || (Rune.IsLetterOrDigit(rune) && rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0));
}
