using System.Text;

namespace AiOs.Connectors.Email.Text;

/// <summary>Turns bytes into text whatever was declared: the declared charset if it fits, else UTF-8 if it fits, else windows-1252.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Decodes; says in <paramref name="warning"/> what did not fit.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, out string? warning)
    {
        warning = null;
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var ascii = System.Text.Ascii.IsValid(bytes);
        if (string.IsNullOrWhiteSpace(charset) || IsAscii(charset))
            return ascii ? Encoding.ASCII.GetString(bytes) : Guess(bytes, null, out warning);
        if (Find(charset) is not { } declared)
            return Guess(bytes, ascii ? null : $"The text is written in the unknown charset \"{Shown(charset)}\"", out warning);
        // Western single-byte charsets fit every byte: where the bytes make UTF-8, that is what they are.
        if (!ascii && declared.IsSingleByte && declared.CodePage is 1252 or 28591 or 28605 && TryUtf8(bytes, out var utf8))
        {
            warning = $"The text says that it is {Shown(charset)} and is UTF-8; it was read as UTF-8.";
            return utf8;
        }

        // Wide charsets fit nearly every byte too, and a line's end in them holds a zero: without one it is something else.
        if (declared.CodePage is 1200 or 1201 or 12000 or 12001 && !bytes.Contains((byte)0))
            return Guess(bytes, $"The text is not the {Shown(charset)} that it says it is", out warning);
        try
        {
            return declared.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Guess(bytes, $"The text is not the {Shown(charset)} that it says it is", out warning);
        }
        catch (ArgumentException)
        {
            return Guess(bytes, $"The text is not the {Shown(charset)} that it says it is", out warning);
        }
    }

    private static string Guess(ReadOnlySpan<byte> bytes, string? reason, out string? warning)
    {
        if (TryUtf8(bytes, out var text))
        {
            warning = reason is null ? null : $"{reason}; it was read as UTF-8.";
            return text;
        }

        warning = $"{reason ?? "The text does not say its charset"}; it was read as windows-1252, so some letters may be wrong.";
        return Windows1252.GetString(bytes);
    }

    private static bool TryUtf8(ReadOnlySpan<byte> bytes, out string text)
    {
        try
        {
            text = StrictUtf8.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = string.Empty;
            return false;
        }
    }

    private static bool IsAscii(string charset) => charset.Trim().Trim('"').ToLowerInvariant() is "us-ascii" or "ascii" or "ansi_x3.4-1968" or "iso646-us";

    private static Encoding? Find(string charset)
    {
        var name = charset.Trim().Trim('"', '\'').ToLowerInvariant();
        if (name is "utf8" or "utf-8" or "unicode-1-1-utf-8") return StrictUtf8;
        // As browsers do: Latin-1 in the wild is windows-1252, whose extra characters Latin-1 has no use for.
        if (name is "iso-8859-1" or "latin1" or "l1" or "cp1252") return Windows1252;
        if (name.StartsWith("cp", StringComparison.Ordinal) && name.Length > 2 && char.IsAsciiDigit(name[2])) name = $"windows-{name[2..]}";
        if (name is "utf-7" or "utf7") return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Shown(string charset)
    {
        var text = SafeText.OneLine(charset).Trim();
        return text.Length > 40 ? text[..40] : text;
    }
}
