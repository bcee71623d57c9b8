using System.Text;
using AiOs.Kernel.Grounding.Texts;

namespace AiOs.Kernel.Grounding.Reading;

/// <summary>Reads the ASCII form of an international host label (RFC 3492). Never throws.</summary>
internal static class Punycode
{
    private const string Mark = "xn--";
    private const int LongestLabel = 63;

    /// <summary>The label as it is meant, or as it stands where it is no well-formed ASCII form of a lower case label.</summary>
    public static string Decode(string label)
    {
        if (label.Length is <= 4 or > LongestLabel || !label.StartsWith(Mark, StringComparison.Ordinal) || !Ascii.IsValid(label))
        {
            return label;
        }

        var points = Points(label.AsSpan(Mark.Length));
        if (points is null || points.TrueForAll(point => point < 128))
        {
            return label;
        }

        var text = new StringBuilder(points.Count);
        points.ForEach(point => text.Append(new Rune(point)));
        var meant = text.ToString();
        return Letters.Lower(meant) == meant ? meant : label;
    }

    private static List<int>? Points(ReadOnlySpan<char> code)
    {
        var dash = code.LastIndexOf('-');
        var points = new List<int>(code.Length);
        for (var i = 0; i < dash; i++)
        {
            points.Add(code[i]);
        }

        var (n, i2, bias, at) = (128, 0, 72, Math.Max(dash + 1, 0));
        while (at < code.Length)
        {
            if (!Delta(code, ref at, bias, i2, out var next))
            {
                return null;
            }

            var count = points.Count + 1;
            bias = Adapt(next - i2, count, i2 == 0);
            n += next / count;
            i2 = next % count;
            if (!Rune.IsValid(n))
            {
                return null;
            }

            points.Insert(i2++, n);
        }

        return points;
    }

    private static bool Delta(ReadOnlySpan<char> code, ref int at, int bias, int from, out int value)
    {
        var (sum, weight) = ((long)from, 1L);
        value = 0;
        for (var k = 36; at < code.Length; k += 36)
        {
            var digit = DigitOf(code[at++]);
            sum += digit * weight;
            if (digit < 0 || sum > int.MaxValue / 2)
            {
                return false;
            }

            var limit = Math.Clamp(k - bias, 1, 26);
            if (digit < limit)
            {
                value = (int)sum;
                return true;
            }

            weight *= 36 - limit;
            if (weight > int.MaxValue)
            {
                return false;
            }
        }

        return false;
    }

    private static int DigitOf(char c) => c switch
    {
        >= 'a' and <= 'z' => c - 'a',
        >= '0' and <= '9' => c - '0' + 26,
        _ => -1,
    };

    private static int Adapt(int delta, int count, bool first)
    {
        delta = first ? delta / 700 : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > 455; k += 36)
        {
            delta /= 35;
        }

        return k + (36 * delta / (delta + 38));
    }
}
