using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AiOs.Kernel.Forgetting;

/// <summary>
/// Finds mail addresses in text. An address inside of a longer one is another address, so nobody is taken for somebody whose name ends alike;
/// what stands before an address without being part of it (a quote, <c>?to=</c>, an equals sign) is tried without.
/// </summary>
internal static partial class AddressScan
{
    /// <summary>No address has a longer local part, and a stranger may write a megabyte of such signs before one.</summary>
    private const int LongestLocal = 254;

    private static readonly SearchValues<char> RarelyInside = SearchValues.Create("'*/=?&{}|`#!$^~%");

    public static IEnumerable<string> In(string text)
    {
        for (var match = Address().Match(text); match.Success; match = match.NextMatch())
        {
            var found = match.Value;
            yield return found;
            for (var cut = Cut(found, Math.Max(0, found.IndexOf('@', StringComparison.Ordinal) - LongestLocal)); cut > 0; cut = Cut(found, cut))
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

    [GeneratedRegex(@"[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
