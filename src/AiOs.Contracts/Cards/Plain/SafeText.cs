using System.Buffers;
using System.Text;

namespace AiOs.Contracts.Cards.Plain;

/// <summary>
/// Reads any text for showing it to a person who decides by it: what the eye cannot see (controls, bidirectional
/// overrides, zero-width and filler characters) and words of mixed alphabets are told apart from the rest.
/// </summary>
public static class SafeText
{
    /// <summary>Cuts a text into pieces. Line ends become LF; nothing else is changed, and nothing is left out.</summary>
    /// <param name="text">Any text; nothing is an empty one.</param>
    /// <returns>The pieces in order.</returns>
    public static IReadOnlyList<SafePiece> Of(string? text)
    {
        List<SafePiece> pieces = [];
        var plain = new StringBuilder();
        var rest = text.AsSpan();
        var before = default(Rune);
        while (!rest.IsEmpty)
        {
            var hidden = HiddenRun.At(rest, before);
            var length = hidden.Length > 0 ? hidden.Length : MixedWord.LengthAt(rest, before);
            if (hidden.Length > 0)
            {
                Add(pieces, plain, new SafePiece(SafeKind.Hidden, hidden.Name, hidden.Print));
                before = default;
            }
            else if (length > 0)
            {
                Add(pieces, plain, new SafePiece(SafeKind.Mixed, rest[..length].ToString(), string.Empty));
                before = new Rune('a');
            }
            else
            {
                before = Next(pieces, plain, rest, out length);
            }

            rest = rest[length..];
        }

        Flush(pieces, plain);
        return pieces;
    }

    private static Rune Next(List<SafePiece> pieces, StringBuilder plain, ReadOnlySpan<char> rest, out int length)
    {
        if (Rune.DecodeFromUtf16(rest, out var rune, out length) != OperationStatus.Done)
        {
            Add(pieces, plain, new SafePiece(SafeKind.Broken, $"U+{(int)rest[0]:X4}", string.Empty));
        }
        else if (rune.Value != '\r')
        {
            plain.Append(rest[..length]);
        }
        else if (rest.Length == 1 || rest[1] != '\n')
        {
            plain.Append('\n');
        }

        return rune;
    }

    private static void Add(List<SafePiece> pieces, StringBuilder plain, SafePiece piece)
    {
        Flush(pieces, plain);
        pieces.Add(piece);
    }

    private static void Flush(List<SafePiece> pieces, StringBuilder plain)
    {
        if (plain.Length > 0)
        {
            pieces.Add(new SafePiece(SafeKind.Plain, plain.ToString(), string.Empty));
            plain.Clear();
        }
    }
}
