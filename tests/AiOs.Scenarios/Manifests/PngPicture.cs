using System.Buffers.Binary;
using System.IO.Compression;

namespace AiOs.Scenarios.Manifests;

/// <summary>A PNG as our script writes it: eight bits each of red, green, blue and alpha, no filters.</summary>
internal sealed record PngPicture(int Width, int Height, byte[] Pixels)
{
    private const int PerPixel = 4;

    public static PngPicture Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        Assert.Equal([8, 6, 0, 0, 0], file[24..29]);
        using var packed = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(file, at + 8, length);
            }

            at += length + 12;
        }

        packed.Position = 0;
        using var raw = new MemoryStream();
        using (var unpack = new ZLibStream(packed, CompressionMode.Decompress))
        {
            unpack.CopyTo(raw);
        }

        var rows = raw.ToArray().Chunk(1 + (width * PerPixel)).ToList();
        Assert.Equal(height, rows.Count);
        Assert.All(rows, static row => Assert.Equal(0, row[0]));
        return new PngPicture(width, height, [.. rows.SelectMany(static row => row.Skip(1))]);
    }

    public IEnumerable<(byte Red, byte Green, byte Blue, byte Alpha)> Each() => Pixels.Chunk(PerPixel).Select(static one => (one[0], one[1], one[2], one[3]));
}
