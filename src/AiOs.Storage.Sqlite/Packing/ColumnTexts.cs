using System.Text;

namespace AiOs.Storage.Sqlite.Packing;

/// <summary>The columns of a row as they are written in its body: hash, id, stream, dedupe, in this order, which is stored.</summary>
internal readonly ref struct ColumnTexts
{
    /// <summary>How many bytes of room are enough for any row; a longer stream name is not looked for.</summary>
    public const int Room = HashLength + IdLength + DedupeLength + LongestStream;

    private const int HashLength = 64;
    private const int IdLength = 32;
    private const int DedupeLength = 32;
    private const int LongestStream = 128;

    private readonly ReadOnlySpan<byte> _hash;
    private readonly ReadOnlySpan<byte> _id;
    private readonly ReadOnlySpan<byte> _stream;
    private readonly ReadOnlySpan<byte> _dedupe;

    /// <summary>Writes the columns out.</summary>
    /// <param name="room"><see cref="Room"/> bytes.</param>
    /// <param name="hash">The commit's hash.</param>
    /// <param name="id">The commit's id.</param>
    /// <param name="stream">The stream's name.</param>
    /// <param name="dedupe">The dedupe hash, where there is one.</param>
    public ColumnTexts(Span<byte> room, string hash, Guid id, string stream, string? dedupe)
    {
        _hash = room[..Encoding.UTF8.GetBytes(hash, room)];
        room = room[_hash.Length..];
        id.TryFormat(room, out var written, "N");
        _id = room[..written];
        room = room[written..];
        _dedupe = room[..Encoding.UTF8.GetBytes(dedupe ?? string.Empty, room)];
        room = room[_dedupe.Length..];
        _stream = Encoding.UTF8.TryGetBytes(stream, room, out written) ? room[..written] : [];
    }

    /// <summary>The text of a column.</summary>
    /// <param name="index">Its number.</param>
    public ReadOnlySpan<byte> this[int index] => index switch
    {
        0 => _hash,
        1 => _id,
        2 => _stream,
        3 => _dedupe,
        _ => throw new InvalidDataException($"There is no column {index}."),
    };

    /// <summary>Which column has a text.</summary>
    /// <param name="text">A text of some length.</param>
    /// <returns>Its number; -1 for none.</returns>
    public int IndexOf(ReadOnlySpan<byte> text) =>
        text.SequenceEqual(_hash) ? 0
        : text.SequenceEqual(_id) ? 1
        : text.SequenceEqual(_stream) ? 2
        : text.SequenceEqual(_dedupe) ? 3
        : -1;
}
