using System.Buffers;
using System.Text.RegularExpressions;

namespace AiOs.Agents.Policies;

/// <summary>
/// The bare words of a request: one line of the operator's own, without politeness. Whatever quotes, asks back or goes on
/// over several lines is no request, since it may tell what somebody else said.
/// </summary>
internal static partial class PlainRequest
{
    private const int Longest = 200;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„‟«»‹›`|");

    public static string? Of(string text)
    {
        var words = Blanks().Replace(text.Trim().Replace('’', '\''), " ");
        if (words.Length is 0 or > Longest || text.Trim().AsSpan().IndexOfAny('\n', '\r') >= 0 || words[0] is '>' or '\'' || words.AsSpan().IndexOfAny(Quotes) >= 0)
        {
            return null;
        }

        var asked = words.EndsWith('?');
        words = Ending().Replace(words.TrimEnd('.', '!', '?', ' ', '…'), string.Empty).TrimEnd('.', ',', ' ');
        var opening = Opening().Match(words);
        return asked && !Polite().IsMatch(opening.Value) ? null : words[opening.Length..];
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?:(?:please|pls|bitte|ok|okay|hey|aios|so|and|from now on|from today on|starting today|in future|ab jetzt|can you|could you|would you|will you|let's|i want you to|i'd like you to|i would like you to|you should|you must)[, ]+)*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:[, ]+(?:please|pls|bitte|from now on|from today on|in future|ab jetzt|thanks|thank you|danke|in total|altogether))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\b(?:please|can|could|would|will)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Polite();
}
