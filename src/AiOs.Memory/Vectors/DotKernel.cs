using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AiOs.Memory.Vectors;

/// <summary>The dot product of two rows whose length is a multiple of 32, in four sums so that no addition waits for the one before.</summary>
internal static class DotKernel
{
    /// <summary>Rows are as long as a multiple of this many values.</summary>
    public const int Step = 32;

    /// <summary>Multiplies and adds.</summary>
    /// <param name="one">A row.</param>
    /// <param name="other">Another of the same length.</param>
    /// <returns>The sum; the same for the same rows, wherever they lie.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        ref var left = ref MemoryMarshal.GetReference(one);
        ref var right = ref MemoryMarshal.GetReference(other);
        var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        for (nuint index = 0; index < (nuint)one.Length; index += Step)
        {
            a = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref left, index), Vector256.LoadUnsafe(ref right, index), a);
            b = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref left, index + 8), Vector256.LoadUnsafe(ref right, index + 8), b);
            c = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref left, index + 16), Vector256.LoadUnsafe(ref right, index + 16), c);
            d = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref left, index + 24), Vector256.LoadUnsafe(ref right, index + 24), d);
        }

        return Vector256.Sum(a + b + (c + d));
    }
}
