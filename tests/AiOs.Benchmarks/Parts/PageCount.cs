using System.Buffers.Binary;

namespace AiOs.Benchmarks.Parts;

/// <summary>Counts the pages of one table or index in an SQLite file by walking its tree (SQLite's file format, section 1.6).</summary>
/// <param name="file">The whole file, with nothing left in its log.</param>
internal sealed class PageCount(byte[] file)
{
    private const byte IndexInterior = 2;
    private const byte TableInterior = 5;
    private const byte TableLeaf = 13;

    private readonly int _size = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(16)) is 1 ? 65536 : BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(16));
    private readonly int _reserved = file[20];

    public long Pages { get; private set; }

    public long Payload { get; private set; }

    public long Bytes => Pages * _size;

    /// <summary>Adds the tree that begins at a page.</summary>
    public void Walk(long root)
    {
        Pages++;
        var page = file.AsSpan((int)(root - 1) * _size, _size);
        var head = root == 1 ? page[100..] : page;
        var type = head[0];
        var isInterior = type is IndexInterior or TableInterior;
        var cells = head[(isInterior ? 12 : 8)..];
        for (var cell = 0; cell < BinaryPrimitives.ReadUInt16BigEndian(head[3..]); cell++)
        {
            Take(type, page[BinaryPrimitives.ReadUInt16BigEndian(cells[(2 * cell)..])..]);
        }

        if (isInterior)
        {
            Walk(BinaryPrimitives.ReadUInt32BigEndian(head[8..]));
        }
    }

    private void Take(byte type, ReadOnlySpan<byte> cell)
    {
        if (type is IndexInterior or TableInterior)
        {
            Walk(BinaryPrimitives.ReadUInt32BigEndian(cell));
            cell = cell[4..];
        }

        if (type is not TableInterior)
        {
            var length = Number(cell);
            Payload += length;
            Pages += Overflow(type, length);
        }
    }

    private long Overflow(byte type, long length)
    {
        long usable = _size - _reserved;
        var most = type is TableLeaf ? usable - 35 : ((usable - 12) * 64 / 255) - 23;
        if (length <= most)
        {
            return 0;
        }

        var least = ((usable - 12) * 32 / 255) - 23;
        var kept = least + ((length - least) % (usable - 4));
        return (length - (kept <= most ? kept : least) + usable - 5) / (usable - 4);
    }

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        var value = 0L;
        for (var index = 0; index < 9; index++)
        {
            value = index == 8 ? (value << 8) | bytes[index] : (value << 7) | (uint)(bytes[index] & 0x7f);
            if ((bytes[index] & 0x80) == 0)
            {
                break;
            }
        }

        return value;
    }
}
