using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace AiOs.Testing.Files;

/// <summary>PDF documents, good and hostile, written by hand.</summary>
public static class Pdfs
{
    /// <summary>One page with these lines, each at its own height.</summary>
    public static byte[] Lines(params string[] lines)
    {
        var content = new StringBuilder("BT /F1 12 Tf\n");
        for (var line = 0; line < lines.Length; line++)
            content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 50 {750 - (line * 20)} Tm ({lines[line]}) Tj\n");
        return Page(Encoding.ASCII.GetBytes(content.Append("ET").ToString()));
    }

    /// <summary>One page with a text of plain letters, broken into lines that fit.</summary>
    public static byte[] Text(string text) =>
        Lines([.. text.Chunk(80).Select(line => new string(line).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal))]);

    /// <summary>One page with this content stream.</summary>
    public static byte[] Page(byte[] content, bool packed = false, string trailer = "")
    {
        var stream = packed ? Pack(content) : content;
        var filter = packed ? " /Filter /FlateDecode" : string.Empty;
        return Of(
            trailer,
            Ascii("<< /Type /Catalog /Pages 2 0 R >>"),
            Ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            Ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"),
            [.. Ascii($"<< /Length {stream.Length}{filter} >>\nstream\n"), .. stream, .. Ascii("\nendstream")],
            Ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
    }

    /// <summary>A document of these objects, the first of which is its catalog.</summary>
    public static byte[] Of(string trailer, params byte[][] objects)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        file.Write(Ascii("%PDF-1.4\n"));
        for (var number = 1; number <= objects.Length; number++)
        {
            offsets.Add(file.Position);
            file.Write([.. Ascii($"{number} 0 obj\n"), .. objects[number - 1], .. Ascii("\nendobj\n")]);
        }

        var table = file.Position;
        file.Write(Ascii($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n"))}"));
        file.Write(Ascii($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    public static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(content);
        return packed.ToArray();
    }
}
