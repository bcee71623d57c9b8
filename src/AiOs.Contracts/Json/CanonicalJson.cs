using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AiOs.Contracts.Json;

/// <summary>
/// The JSON Canonicalization Scheme (RFC 8785) for JSON whose numbers are integers: members sorted by UTF-16 code units,
/// no white space, only the escapes that JSON demands, text as UTF-8.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Writes any JSON in its one canonical form.</summary>
    /// <param name="utf8">One JSON value.</param>
    /// <returns>The canonical bytes. Throws <see cref="JsonException"/> for what is no JSON, repeats a member, holds a lone surrogate or a number that is no integer of at most 2^53.</returns>
    public static byte[] Of(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8);
        var output = new ArrayBufferWriter<byte>(utf8.Length);
        Write(output, document.RootElement);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads JSON that means one thing only.</summary>
    /// <param name="utf8">One JSON value.</param>
    /// <returns>The document. Throws <see cref="JsonException"/> for what is no JSON, or repeats a member.</returns>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = false });
        }
        catch (InvalidOperationException fault)
        {
            // So the reader says that a name is no text when it looks whether one stands twice.
            throw new JsonException("A member's name holds half of a surrogate pair.", fault);
        }
    }

    /// <summary>Reads JSON that means one thing only.</summary>
    /// <param name="text">One JSON value.</param>
    /// <returns>The document. Throws <see cref="JsonException"/> for what is no JSON, repeats a member or holds a lone surrogate.</returns>
    public static JsonDocument Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var utf8 = new ArrayBufferWriter<byte>(text.Length + 1);
        WriteUtf8(utf8, text);
        return Parse(utf8.WrittenMemory);
    }

    /// <summary>The canonical form of a value that was read already.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The canonical bytes.</returns>
    public static byte[] Of(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        Write(output, value);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes one value in its canonical form.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="value">The value.</param>
    public static void Write(IBufferWriter<byte> output, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(output);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(output, value);
                break;
            case JsonValueKind.Array:
                WriteArray(output, value);
                break;
            case JsonValueKind.String:
                WriteString(output, TextOf(value));
                break;
            case JsonValueKind.Number:
                WriteInteger(output, value);
                break;
            case JsonValueKind.True:
                output.Write("true"u8);
                break;
            case JsonValueKind.False:
                output.Write("false"u8);
                break;
            case JsonValueKind.Null:
            case JsonValueKind.Undefined:
            default:
                output.Write("null"u8);
                break;
        }
    }

    /// <summary>Writes one string with its quotes.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="text">The text; a lone surrogate is a <see cref="JsonException"/>.</param>
    public static void WriteString(IBufferWriter<byte> output, string text)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(text);
        output.Write("\""u8);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var plain = rest.IndexOfAny(Escaped);
            WriteUtf8(output, plain < 0 ? rest : rest[..plain]);
            if (plain < 0)
            {
                break;
            }

            WriteEscape(output, rest[plain]);
            rest = rest[(plain + 1)..];
        }

        output.Write("\""u8);
    }

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static void WriteObject(IBufferWriter<byte> output, JsonElement value)
    {
        var members = value.EnumerateObject().Select(member => (Name: NameOf(member), member.Value)).ToArray();
        Array.Sort(members, (left, right) => string.CompareOrdinal(left.Name, right.Name));
        output.Write("{"u8);
        for (var index = 0; index < members.Length; index++)
        {
            if (index > 0)
            {
                output.Write(","u8);
            }

            WriteString(output, members[index].Name);
            output.Write(":"u8);
            Write(output, members[index].Value);
        }

        output.Write("}"u8);
    }

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("The text holds half of a surrogate pair and cannot be written.", fault);
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("A member's name holds half of a surrogate pair and cannot be written.", fault);
        }
    }

    private static void WriteArray(IBufferWriter<byte> output, JsonElement value)
    {
        output.Write("["u8);
        var first = true;
        foreach (var element in value.EnumerateArray())
        {
            if (!first)
            {
                output.Write(","u8);
            }

            first = false;
            Write(output, element);
        }

        output.Write("]"u8);
    }

    private static void WriteInteger(IBufferWriter<byte> output, JsonElement value)
    {
        const long Largest = 1L << 53;
        if (!value.TryGetInt64(out var number) || number is < -Largest or > Largest)
        {
            throw new JsonException($"The number {value.GetRawText()} is not an integer that every reader keeps exactly.");
        }

        Span<byte> digits = stackalloc byte[24];
        number.TryFormat(digits, out var written, provider: CultureInfo.InvariantCulture);
        output.Write(digits[..written]);
    }

    private static void WriteUtf8(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        try
        {
            Strict.GetBytes(text, output);
        }
        catch (EncoderFallbackException)
        {
            throw new JsonException("The text holds half of a surrogate pair and cannot be written.");
        }
    }

    private static void WriteEscape(IBufferWriter<byte> output, char character)
    {
        switch (character)
        {
            case '"':
                output.Write("\\\""u8);
                break;
            case '\\':
                output.Write("\\\\"u8);
                break;
            case '\b':
                output.Write("\\b"u8);
                break;
            case '\t':
                output.Write("\\t"u8);
                break;
            case '\n':
                output.Write("\\n"u8);
                break;
            case '\f':
                output.Write("\\f"u8);
                break;
            case '\r':
                output.Write("\\r"u8);
                break;
            default:
                Span<byte> escape = [(byte)'\\', (byte)'u', (byte)'0', (byte)'0', Hex(character >> 4), Hex(character & 0xf)];
                output.Write(escape);
                break;
        }
    }

    private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'a' + digit - 10);
}
