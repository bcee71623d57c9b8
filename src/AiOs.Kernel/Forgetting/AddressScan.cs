using System.Buffers;
using System.Text.Json;

namespace AiOs.Kernel.Forgetting;

/// <summary>
/// Finds mail addresses in text. An address inside of a longer one is another address, so nobody is taken for somebody whose name ends alike;
/// what stands before an address without being part of it (a quote, <c>?to=</c>, an equals sign) is tried without.
/// </summary>
internal static class AddressScan
{
    /// <summary>A longer local part belongs to no address that there is, so it is not tried without what stands before it.</summary>
    private const int LongestLocal = 254;

    private static readonly SearchValues<char> RarelyInside = SearchValues.Create("'*/=?&{}|`#!$^~%");

    /// <summary>Looks at no character more than a few times, since strangers write what is looked through.</summary>
    public static IEnumerable<string> In(string text)
    {
        var from = 0;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', Math.Max(at + 1, from)))
        {
            var start = StartOf(text, from, at);
            var end = EndOf(text, at + 1);
            from = end > 0 && start < at ? end : at + 1;
            if (from == at + 1)
            {
                continue;
            }

            var found = text[start..end];
            yield return found;
            for (var cut = Cut(found, Math.Max(0, at - start - LongestLocal)); cut > 0; cut = Cut(found, cut))
            {
                yield return found[cut..];
            }
        }
    }

    /// <summary>Every text in a JSON value, also in JSON that stands inside of a text.</summary>
    public static IEnumerable<string> TextsIn(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return TextsIn(element.GetString()!);
            case JsonValueKind.Array:
                return element.EnumerateArray().SelectMany(TextsIn);
            case JsonValueKind.Object:
                return element.EnumerateObject().SelectMany(member => TextsIn(member.Value).Append(member.Name));
            default:
                return [];
        }
    }

    private static IEnumerable<string> TextsIn(string text)
    {
        if (text is not ['{', ..])
        {
            return [text];
        }

        try
        {
            using var inner = JsonDocument.Parse(text);
            return [.. TextsIn(inner.RootElement)];
        }
        catch (JsonException)
        {
            return [text];
        }
    }

    /// <summary>Where the local part goes on after a sign that rarely belongs to one.</summary>
    private static int Cut(string found, int from)
    {
        var end = found.IndexOf('@', StringComparison.Ordinal);
        var sign = found.AsSpan(from, end - from).IndexOfAny(RarelyInside);
        return sign < 0 || from + sign + 1 >= end ? 0 : from + sign + 1;
    }

    private static int StartOf(string text, int from, int at)
    {
        var start = at;
        while (start > from && (IsPlain(text[start - 1]) || text[start - 1] is '.' or '-' or '_' or '+' || RarelyInside.Contains(text[start - 1])))
        {
            start--;
        }

        return start;
    }

    /// <summary>Behind the last label; 0 where none begins. A label begins and ends with a letter or a digit.</summary>
    private static int EndOf(string text, int from)
    {
        var end = 0;
        while (from < text.Length && IsPlain(text[from]))
        {
            var next = from;
            while (next < text.Length && (IsPlain(text[next]) || text[next] is '-'))
            {
                end = text[next] is '-' ? end : next + 1;
                next++;
            }

            if (end < next || next >= text.Length || text[next] is not '.')
            {
                break;
            }

            from = next + 1;
        }

        return end;
    }

    private static bool IsPlain(char letter) => char.IsLetter(letter) || char.IsNumber(letter);
}
