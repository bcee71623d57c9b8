using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace AiOs.Connectors.Email.Attachments.Pdf;

/// <summary>Unpacks a stream only after it is known that what comes out is within bounds: a few kilobytes can unpack to gigabytes.</summary>
internal sealed class BoundedFilter(IFilter filter, UnpackBudget budget) : IFilter
{
    /// <summary>The most that one byte of LZW data can become: a code of 9 bits or more for at most 4,096 bytes.</summary>
    private const int LzwRatio = 4096;

    private const int OtherRatio = 128;

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
                budget.Take(0);
                if ((long)input.Length * (filter is LzwFilter ? LzwRatio : OtherRatio) > Math.Max(budget.Left, 0))
                    throw new UnreadableAttachmentException("is packed in a way that cannot be bounded, so its text was not read");
                break;
        }

        var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        budget.Take(output.Length);
        return output;
    }

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
