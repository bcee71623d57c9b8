namespace AiOs.Evaluation.Mails;

/// <summary>Changes bytes of a mail by a seed: flips, repeats, leaves out, swaps in what parsers trip over.</summary>
internal sealed class Mutation(int seed)
{
    private static readonly byte[][] Sharp =
    [
        "\r\n\r\n"u8.ToArray(), "--"u8.ToArray(), "\0"u8.ToArray(), "=?utf-8?B?"u8.ToArray(), "Content-Type: multipart/mixed; boundary=\"\r\n"u8.ToArray(),
        "boundary="u8.ToArray(), "<<<<<<<<"u8.ToArray(), ">>>>>>>>"u8.ToArray(), "\"\\\""u8.ToArray(), "((((("u8.ToArray(), "filename*0*="u8.ToArray(),
        "Content-Transfer-Encoding: base64\r\n"u8.ToArray(), "From: "u8.ToArray(), [0xFF, 0xFE, 0xFD], [0xED, 0xA0, 0x80],
    ];

    private readonly Random _random = new(seed);

    public byte[] Of(byte[] mail)
    {
        var bytes = mail.ToList();
        var changes = 1 + _random.Next(8);
        for (var change = 0; change < changes && bytes.Count > 0; change++) Change(bytes);
        return [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count);
        var length = Math.Min(bytes.Count - at, 1 + _random.Next(_random.Next(10) == 0 ? 400 : 12));
        switch (_random.Next(6))
        {
            case 0: bytes[at] = (byte)_random.Next(256); break;
            case 1: bytes[at] ^= (byte)(1 << _random.Next(8)); break;
            case 2: bytes.RemoveRange(at, length); break;
            case 3: bytes.InsertRange(_random.Next(bytes.Count), bytes.GetRange(at, length)); break;
            case 4: bytes.InsertRange(at, Sharp[_random.Next(Sharp.Length)]); break;
            default: bytes.InsertRange(at, Enumerable.Repeat(bytes[at], length)); break;
        }
    }
}
