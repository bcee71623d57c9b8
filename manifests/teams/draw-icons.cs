// Draws color.png and outline.png anew: a card with a tick. They are in git; run this only to change them.
//
//     dotnet run manifests/teams/draw-icons.cs
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

byte[] indigo = [0x3D, 0x4C, 0xA8];
byte[] white = [0xFF, 0xFF, 0xFF];

// Teams shows the colour icon on a full square and the outline as white on nothing.
Save("color.png", 192, (x, y) => Mixed(indigo, white, Sign(x, y, 96, 96, half: 44, corner: 14, stroke: 9)));
Save("outline.png", 32, (x, y) => [.. white, (byte)Math.Round(255 * Sign(x, y, 16, 16, half: 12.5, corner: 4, stroke: 2.2))]);

// How much of a pixel the sign covers: the border of a card, and a tick in it.
static double Sign(double x, double y, double centreX, double centreY, double half, double corner, double stroke)
{
    var (dx, dy) = (x - centreX, y - centreY);
    var (qx, qy) = (Math.Abs(dx) - half + corner, Math.Abs(dy) - half + corner);
    var box = Math.Sqrt(Math.Pow(Math.Max(qx, 0), 2) + Math.Pow(Math.Max(qy, 0), 2)) + Math.Min(Math.Max(qx, qy), 0) - corner;
    var tick = Math.Min(Line(dx, dy, -0.46 * half, 0.02 * half, -0.12 * half, 0.36 * half), Line(dx, dy, -0.12 * half, 0.36 * half, 0.48 * half, -0.34 * half));
    return Math.Clamp(0.5 - (Math.Min(Math.Abs(box), tick) - (stroke / 2)), 0, 1);
}

// The distance to a line between two points.
static double Line(double x, double y, double fromX, double fromY, double toX, double toY)
{
    var (lineX, lineY) = (toX - fromX, toY - fromY);
    var along = Math.Clamp((((x - fromX) * lineX) + ((y - fromY) * lineY)) / ((lineX * lineX) + (lineY * lineY)), 0, 1);
    return Math.Sqrt(Math.Pow(x - fromX - (along * lineX), 2) + Math.Pow(y - fromY - (along * lineY), 2));
}

static byte[] Mixed(byte[] back, byte[] front, double share) =>
    [.. back.Zip(front, (one, other) => (byte)Math.Round(one + ((other - one) * share))), 255];

static void Save(string name, int size, Func<double, double, byte[]> pixel)
{
    using var raw = new MemoryStream();
    using (var packed = new ZLibStream(raw, CompressionLevel.SmallestSize, leaveOpen: true))
    {
        for (var y = 0; y < size; y++)
        {
            // Each row begins with how it is filtered: not at all.
            packed.WriteByte(0);
            for (var x = 0; x < size; x++)
            {
                packed.Write(pixel(x + 0.5, y + 0.5));
            }
        }
    }

    byte[] header = [.. Big(size), .. Big(size), 8, 6, 0, 0, 0];
    File.WriteAllBytes(
        Path.Combine(Here(), name),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", raw.ToArray()), .. Chunk("IEND", [])]);
}

static byte[] Chunk(string kind, byte[] data)
{
    byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. data];
    return [.. Big(data.Length), .. body, .. Big(unchecked((int)Crc(body)))];
}

static byte[] Big(int number)
{
    var bytes = new byte[4];
    BinaryPrimitives.WriteInt32BigEndian(bytes, number);
    return bytes;
}

static uint Crc(byte[] bytes)
{
    var crc = uint.MaxValue;
    foreach (var one in bytes)
    {
        crc ^= one;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
    }

    return ~crc;
}

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
