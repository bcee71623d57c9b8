namespace AiOs.Memory.Embedding;

/// <summary>Throws a feature onto a few places of a vector, with a sign, always the same way on every machine.</summary>
internal static class FeatureHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Adds a feature.</summary>
    /// <param name="vector">Where to.</param>
    /// <param name="kind">Keeps features of different kinds apart.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="weight">How much.</param>
    /// <param name="places">On how many places; more of them blur less where two features meet.</param>
    public static void Add(Span<float> vector, char kind, ReadOnlySpan<char> feature, double weight, int places)
    {
        var hash = (Offset ^ kind) * Prime;
        foreach (var letter in feature)
        {
            hash = (hash ^ letter) * Prime;
        }

        var share = (float)(weight / Math.Sqrt(places));
        for (var place = 0; place < places; place++)
        {
            hash = Mix(hash);
            var index = (int)((hash >> 32) % (uint)vector.Length);
            vector[index] += (hash & 1) == 0 ? share : -share;
        }
    }

    /// <summary>The finish of MurmurHash3, so that every bit depends on every letter.</summary>
    private static ulong Mix(ulong value)
    {
        value ^= value >> 33;
        value *= 0xff51afd7ed558ccd;
        value ^= value >> 33;
        value *= 0xc4ceb9fe1a85ec53;
        return value ^ (value >> 33);
    }
}
