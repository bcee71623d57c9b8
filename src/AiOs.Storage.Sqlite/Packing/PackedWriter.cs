using System.Buffers.Text;

namespace AiOs.Storage.Sqlite.Packing;

/// <summary>A buffer of tokens, used again and again: each a number (kind in its low three bits, argument above) and the bytes it speaks of.</summary>
internal sealed class PackedWriter
{
    private const int KindBits = 3;

    private byte[] _buffer = new byte[4096];
    private int _length;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>Begins anew.</summary>
    public void Clear() => _length = 0;

    /// <summary>Writes bytes as they are.</summary>
    /// <param name="bytes">The bytes; nothing is written for none.</param>
    public void Literal(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.IsEmpty)
        {
            Token(TokenKind.Literal, bytes.Length, bytes);
        }
    }

    /// <summary>Writes a token.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="argument">The number of bytes it is kept in, or the column's number.</param>
    /// <param name="text">The digits, already found to be such, or the bytes.</param>
    public void Token(TokenKind kind, int argument, ReadOnlySpan<byte> text)
    {
        Number(((uint)argument << KindBits) | (uint)kind);
        if (kind is TokenKind.Column)
        {
            return;
        }

        var target = Grow(argument);
        switch (kind)
        {
            case TokenKind.Hex:
                Convert.FromHexString(text, target, out _, out _);
                break;
            case TokenKind.Base64:
                Base64.DecodeFromUtf8(text, target, out _, out _);
                break;
            case TokenKind.Base64Url:
                Base64Url.DecodeFromUtf8(text, target, out _, out _);
                break;
            case TokenKind.Literal:
            case TokenKind.Column:
            default:
                text.CopyTo(target);
                break;
        }
    }

    /// <summary>Reads what a token begins with.</summary>
    /// <param name="packed">What is left; moved on.</param>
    /// <returns>The kind and the argument.</returns>
    public static (TokenKind Kind, int Argument) ReadToken(ref ReadOnlySpan<byte> packed)
    {
        var number = 0u;
        for (var shift = 0; shift < 32; shift += 7)
        {
            var next = Take(ref packed, 1)[0];
            number |= (uint)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                var kind = (TokenKind)(number & ((1 << KindBits) - 1));
                return kind <= TokenKind.Base64Url
                    ? (kind, (int)(number >> KindBits))
                    : throw new InvalidDataException($"There is no token {kind}.");
            }
        }

        throw new InvalidDataException("A number is too long.");
    }

    /// <summary>Takes bytes off the front.</summary>
    /// <param name="packed">What is left; moved on.</param>
    /// <param name="count">How many.</param>
    /// <returns>The bytes.</returns>
    public static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> packed, int count)
    {
        if (count > packed.Length)
        {
            throw new InvalidDataException("The body is cut off.");
        }

        var taken = packed[..count];
        packed = packed[count..];
        return taken;
    }

    private void Number(uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Grow(1)[0] = (byte)(value | 0x80);
        }

        Grow(1)[0] = (byte)value;
    }

    private Span<byte> Grow(int count)
    {
        if (_length + count > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        }

        _length += count;
        return _buffer.AsSpan(_length - count, count);
    }
}
