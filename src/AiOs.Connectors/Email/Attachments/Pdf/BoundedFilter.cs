using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace AiOs.Connectors.Email.Attachments.Pdf;

/// <summary>Unpacks a stream only after it is known that what comes out is within bounds: a few kilobytes can unpack to gigabytes.</summary>
internal sealed class BoundedFilter(IFilter filter, UnpackBudget budget) : IFilter
{
    public bool IsSupported => filter.IsSupported;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        budget.Check();
        switch (filter)
        {
            // Pictures hold no text.
            case DctDecodeFilter or JpxDecodeFilter or Jbig2DecodeFilter or CcittFaxDecodeFilter:
                return Memory<byte>.Empty;
            case FlateFilter:
                Measure(input);
                break;
            default:
                if (input.Length * Most(filter) > budget.Left)
                    throw new UnreadableAttachmentException("is packed in a way that cannot be bounded, so its text was not read");
                break;
        }

        var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        budget.Take(output.Length);
        return output;
    }

    /// <summary>The most that one byte can become: an LZW code stands for at most 4,096 bytes, a run for 64, a "z" of ASCII85 for 4.</summary>
    private static long Most(IFilter filter) => filter switch
    {
        LzwFilter => 4096,
        RunLengthFilter => 64,
        _ => 4,
    };

    private void Measure(Memory<byte> input)
    {
        if (input.Length < 2) return;
        var bytes = MemoryMarshal.TryGetArray<byte>(input[2..], out var segment) ? segment : new ArraySegment<byte>(input[2..].ToArray());
        using var packed = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        using var unpacking = new DeflateStream(packed, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var total = 0L;
        try
        {
            int read;
            while ((read = unpacking.Read(buffer)) > 0)
            {
                total += read;
                budget.Check();
                if (total > budget.Left) budget.Take(total);
            }
        }
        catch (InvalidDataException)
        {
            // What comes out before the fault is within bounds, and that is all that PdfPig will get.
            budget.Check();
        }
    }
}
