using System.Runtime.InteropServices;

namespace AiOs.Memory.Vectors;

/// <summary>Rows of float32 in chunks, each row aligned to a cache line. A row that is given back is overwritten at once.</summary>
/// <param name="dimensions">How many values a row has.</param>
internal sealed class VectorRows(int dimensions)
{
    /// <summary>Rows of a chunk.</summary>
    public const int ChunkRows = 2048;

    private const int CacheLine = 64;

    private readonly List<(float[] Array, int Start)> _chunks = [];

    /// <summary>Values of a row with what is added so that rows stay aligned.</summary>
    public int Stride { get; } = (dimensions + DotKernel.Step - 1) / DotKernel.Step * DotKernel.Step;

    /// <summary>How many values a row has.</summary>
    public int Dimensions => dimensions;

    /// <summary>How many chunks there are.</summary>
    public int Chunks => _chunks.Count;

    /// <summary>Bytes that are held.</summary>
    public long Bytes => _chunks.Sum(chunk => (long)chunk.Array.Length * sizeof(float));

    /// <summary>A row.</summary>
    /// <param name="row">0 for the first.</param>
    /// <returns>The row, padded with zeros.</returns>
    public Span<float> this[int row]
    {
        get
        {
            var (array, start) = _chunks[row / ChunkRows];
            return array.AsSpan(start + (row % ChunkRows * Stride), Stride);
        }
    }

    /// <summary>The rows of a chunk, one after the other.</summary>
    /// <param name="chunk">0 for the first.</param>
    /// <returns>The rows.</returns>
    public ReadOnlySpan<float> Chunk(int chunk)
    {
        var (array, start) = _chunks[chunk];
        return array.AsSpan(start, ChunkRows * Stride);
    }

    /// <summary>Makes room.</summary>
    /// <param name="rows">For so many rows.</param>
    public void Grow(int rows)
    {
        while (_chunks.Count * ChunkRows < rows)
        {
            // Pinned, so that what is aligned now stays so.
            const int Spare = CacheLine / sizeof(float);
            var array = GC.AllocateArray<float>((ChunkRows * Stride) + Spare, pinned: true);
            var address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
            _chunks.Add((array, (int)((CacheLine - (address % CacheLine)) % CacheLine / sizeof(float))));
        }
    }

    /// <summary>Copies a row for somebody who compares with all of them.</summary>
    /// <param name="values">As many values as a row has.</param>
    /// <returns>A row of its own, padded.</returns>
    public float[] Pad(ReadOnlySpan<float> values)
    {
        var padded = new float[Stride];
        values.CopyTo(padded);
        return padded;
    }
}
