using System.Text;
using AiOs.Kernel.Grounding.Texts;

namespace AiOs.Kernel.Grounding.Reading;

/// <summary>Finds account numbers, with or without blanks between their groups, never inside longer ones.</summary>
internal static class Accounts
{
    private const int Shortest = 5;
    private const int Longest = 34;

    public static IEnumerable<string> FormsOf(string value)
    {
        var form = string.Concat(value.Where(c => c is not (' ' or '\u00a0' or '\u202f'))).ToUpperInvariant();
        return form.Length is >= Shortest and <= Longest && form.All(char.IsAsciiLetterOrDigit) ? [form] : [];
    }

    public static IEnumerable<string> In(string text)
    {
        var groups = Groups(text);
        for (var first = 0; first < groups.Count; first++)
        {
            if (!Begins(groups, first))
            {
                continue;
            }

            var whole = new StringBuilder(Longest);
            for (var last = first; last < groups.Count && (last == first || Continues(groups[last])); last++)
            {
                whole.Append(groups[last].Text);
                if (whole.Length > Longest)
                {
                    break;
                }

                if (whole.Length >= Shortest && groups[last].Closed && !DigitsFollow(groups, last + 1))
                {
                    yield return whole.ToString();
                }
            }
        }
    }

    private static bool Begins(List<Group> groups, int at)
    {
        var text = groups[at].Text;
        var international = text.Length >= 4 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) && char.IsAsciiDigit(text[2]);
        var behindDigits = at > 0 && groups[at].Near && char.IsAsciiDigit(groups[at - 1].Text[^1]);
        return groups[at].Open && (international || (char.IsAsciiDigit(text[0]) && !behindDigits));
    }

    private static bool Continues(Group group) => group.Near && group.Open && (group.Text.Length <= 4 || group.Text.All(char.IsAsciiDigit));

    private static bool DigitsFollow(List<Group> groups, int at) =>
        at < groups.Count && groups[at].Near && char.IsAsciiDigit(groups[at].Text[0]);

    private static List<Group> Groups(string text)
    {
        var groups = new List<Group>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(text[at]))
            {
                continue;
            }

            var end = at + 1;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }

            var near = at >= 2 && text[at - 1] is ' ' or '\u00a0' or '\u202f' && groups.Count > 0 && groups[^1].End == at - 1;
            groups.Add(new Group(text[at..end].ToUpperInvariant(), end, near, at == 0 || IsEdge(text[at - 1]), IsEnd(text, end)));
            at = end - 1;
        }

        return groups;
    }

    private static bool IsEdge(char c) => char.IsWhiteSpace(c) || c is ':' or '(' or '[' or '<' or '"' or '\'' or '„' or '“' or '‘' or '«' or '*' or '=';

    private static bool IsEnd(string text, int end)
    {
        if (end >= text.Length || char.IsWhiteSpace(text[end]))
        {
            return true;
        }

        return text[end] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '>' or '"' or '\'' or '“' or '”' or '’' or '»' or '*'
            && (end + 1 >= text.Length || !char.IsLetterOrDigit(text[end + 1]))
            && (end + 1 >= text.Length || !Pieces.IsHidden(text[end + 1]) || char.IsWhiteSpace(text[end + 1]));
    }

    private sealed record Group(string Text, int End, bool Near, bool Open, bool Closed);
}
