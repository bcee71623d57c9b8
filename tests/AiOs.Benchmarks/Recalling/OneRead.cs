using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AiOs.Memory.Vectors;

namespace AiOs.Benchmarks.Recalling;

/// <summary>Every value once, in the order it lies in memory, on one thread: what a comparison with all of them cannot be quicker than.</summary>
internal static class OneRead
{
    private const int Step = 64;

    /// <summary>The runtime's own sum.</summary>
    public static int ByTensors(VectorRows rows)
    {
        var sum = 0f;
        for (var chunk = 0; chunk < rows.Chunks; chunk++)
        {
            sum += TensorPrimitives.Sum(rows.Chunk(chunk));
        }

        return float.IsNaN(sum) ? 0 : 1;
    }

    /// <summary>Eight loads at a time, each into a sum of its own, so that no addition waits for another.</summary>
    public static int InEightSums(VectorRows rows)
    {
        var sum = Vector256<float>.Zero;
        for (var chunk = 0; chunk < rows.Chunks; chunk++)
        {
            sum += Read(rows.Chunk(chunk));
        }

        return float.IsNaN(Vector256.Sum(sum)) ? 0 : 1;
    }

    private static Vector256<float> Read(ReadOnlySpan<float> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (e, f, g, h) = (a, b, c, d);
        for (nuint index = 0; index < (nuint)values.Length; index += Step)
        {
            a += Vector256.LoadUnsafe(ref first, index);
            b += Vector256.LoadUnsafe(ref first, index + 8);
            c += Vector256.LoadUnsafe(ref first, index + 16);
            d += Vector256.LoadUnsafe(ref first, index + 24);
            e += Vector256.LoadUnsafe(ref first, index + 32);
            f += Vector256.LoadUnsafe(ref first, index + 40);
            g += Vector256.LoadUnsafe(ref first, index + 48);
            h += Vector256.LoadUnsafe(ref first, index + 56);
        }

        return a + b + (c + d) + (e + f + (g + h));
    }
}
