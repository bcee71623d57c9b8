using System.Buffers;

namespace AiOs.Agents.Intake.Classification;

/// <summary>
/// Reads a text into hashed features: words, pairs of words, runs of three to five letters inside a word, words of the subject, marks.
/// One pass, no strings made; the work is bounded whatever the length of the text.
/// </summary>
internal static class FeatureReader
{
    private const int MaxText = 6_000;
    private const int MaxSubject = 300;
    private const int MaxLetters = 800;
    private const uint WordSeed = 0x9E37_79B1;
    private const uint PairSeed = 0x85EB_CA77;
    private const uint LetterSeed = 0xC2B2_AE3D;
    private const uint SubjectSeed = 0x27D4_EB2F;
    private const uint MarkSeed = 0x1656_67B1;

    public static void Read<TSink>(ClassifierInput input, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var buffer = ArrayPool<char>.Shared.Rent((2 * MaxText) + 2);
        var letters = MaxLetters;
        if (!string.IsNullOrEmpty(input.Subject))
        {
            var subject = WordFolder.Fold(Head(input.Subject, MaxSubject), buffer);
            ReadWords(buffer.AsSpan(0, subject), ref letters, inSubject: true, ref sink);
        }

        var length = WordFolder.Fold(Head(input.Text, MaxText), buffer);
        ReadWords(buffer.AsSpan(0, length), ref letters, inSubject: false, ref sink);
        ArrayPool<char>.Shared.Return(buffer);
        foreach (var mark in input.Marks ?? [])
        {
            sink.Add(Hash(mark, MarkSeed), FeatureBlock.Mark);
        }
    }

    private static ReadOnlySpan<char> Head(string text, int limit) => text.AsSpan(0, Math.Min(text.Length, limit));

    /// <summary>Goes over words that are each followed by one space and led by one.</summary>
    private static void ReadWords<TSink>(ReadOnlySpan<char> folded, ref int letters, bool inSubject, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var start = 1;
        var previous = WordSeed;
        while (start < folded.Length)
        {
            var end = start + folded[start..].IndexOf(' ');
            var word = Hash(folded[start..end], WordSeed);
            sink.Add(word, FeatureBlock.Word);
            sink.Add(Mix((previous * 31) ^ word ^ PairSeed), FeatureBlock.Word);
            if (inSubject)
            {
                sink.Add(Mix(word ^ SubjectSeed), FeatureBlock.Subject);
            }

            if (letters > 0 && char.IsLetter(folded[start]))
            {
                letters -= end - start;
                ReadLetters(folded[(start - 1)..(end + 1)], ref sink);
            }

            previous = word;
            start = end + 1;
        }
    }

    private static void ReadLetters<TSink>(ReadOnlySpan<char> padded, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (var i = 0; i + 3 <= padded.Length; i++)
        {
            var hash = ((((LetterSeed ^ padded[i]) * 0x0100_0193) ^ padded[i + 1]) * 0x0100_0193) ^ padded[i + 2];
            sink.Add(Mix(hash), FeatureBlock.Letters);
            for (var n = 3; n < 5 && i + n < padded.Length; n++)
            {
                hash = (hash * 0x0100_0193) ^ padded[i + n];
                sink.Add(Mix(hash), FeatureBlock.Letters);
            }
        }
    }

    private static uint Hash(ReadOnlySpan<char> text, uint seed)
    {
        var hash = seed;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 0x0100_0193;
        }

        return Mix(hash);
    }

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7FEB_352D;
        hash ^= hash >> 15;
        hash *= 0x846C_A68B;
        return (hash ^ (hash >> 16)) | 1;
    }
}
