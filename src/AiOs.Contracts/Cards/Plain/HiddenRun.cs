using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace AiOs.Contracts.Cards.Plain;

/// <summary>A stretch of characters that the eye cannot see. Blanks between two of them belong to it: newsletters pad with hundreds.</summary>
/// <param name="Length">How many UTF-16 units; 0 where the text begins with something visible.</param>
/// <param name="Name">What to show instead; plain ASCII but for the multiplication sign.</param>
/// <param name="Print">Six digits that tell runs of one name apart; nothing where the name says all.</param>
internal readonly record struct HiddenRun(int Length, string Name, string Print)
{
    public static HiddenRun At(ReadOnlySpan<char> text, Rune before)
    {
        Rune.DecodeFromUtf16(text, out var first, out var length);
        if (!IsHidden(first, before, text[length..]))
        {
            return default;
        }

        var count = 1;
        var alike = true;
        for (var next = NextHidden(text, length, out var rune); next > 0; next = NextHidden(text, length, out rune))
        {
            length = next;
            count++;
            alike &= rune == first;
        }

        var name = $"U+{first.Value:X4}";
        var whole = alike && length == count * first.Utf16SequenceLength;
        return new HiddenRun(
            length,
            count == 1 ? name : alike ? $"{name} \u00D7{count}" : $"{count} hidden characters",
            whole ? string.Empty : PrintOf(text[..length]));
    }

    private static string PrintOf(ReadOnlySpan<char> run) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(run)).AsSpan(0, 3));

    private static int NextHidden(ReadOnlySpan<char> text, int from, out Rune rune)
    {
        while (from < text.Length && text[from] is ' ' or '\u00A0')
        {
            from++;
        }

        if (from == text.Length)
        {
            rune = default;
            return 0;
        }

        Rune.DecodeFromUtf16(text[from..], out rune, out var length);
        return IsHidden(rune, default, text[(from + length)..]) ? from + length : 0;
    }

    private static bool IsHidden(Rune rune, Rune before, ReadOnlySpan<char> after) => rune.Value switch
    {
        '\n' or '\t' or '\r' => false,
        0x200D => !JoinsPictures(before, after),
        0xFE0E or 0xFE0F => !PaintsSomething(before, after),
        0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x17B4 or 0x17B5 or 0x2028 or 0x2029 or 0x2800 => true,
        (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0D) or (>= 0xE0000 and <= 0xE0FFF) => true,
        (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD => false,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format,
    };

    /// <summary>The joiner inside a picture of several people is what makes it one picture.</summary>
    private static bool JoinsPictures(Rune before, ReadOnlySpan<char> after)
    {
        Rune.DecodeFromUtf16(after, out var next, out _);
        return (IsPicture(before) || before.Value == 0xFE0F) && IsPicture(next);
    }

    /// <summary>The two that choose between a picture and a sign do nothing after a letter, and after a digit only where a key's frame follows.</summary>
    private static bool PaintsSomething(Rune before, ReadOnlySpan<char> after) =>
        after is ['\u20E3', ..] || (!before.IsAscii && (Rune.IsSymbol(before) || Rune.IsPunctuation(before)));

    private static bool IsPicture(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
}
