using System.Text;

namespace AiOs.Kernel.Playbooks;

/// <summary>Texts with placeholders such as <c>{client.email}</c>. Pure.</summary>
internal static class PlaybookTemplate
{
    /// <summary>The placeholders in the order in which they stand; nothing where a brace has no partner or holds no name.</summary>
    public static IReadOnlyList<Placeholder>? Read(string text)
    {
        var found = new List<Placeholder>();
        for (var at = text.AsSpan().IndexOfAny('{', '}'); at >= 0; at = Next(text, at + 1))
        {
            var end = text.IndexOf('}', at);
            if (text[at] == '}' || end < 0 || Placeholder.Of(text[(at + 1)..end]) is not { } placeholder)
            {
                return null;
            }

            found.Add(placeholder);
            at = end;
        }

        return found;
    }

    /// <summary>The text with the values in the places; nothing, and the first placeholder without a value, where one has none.</summary>
    public static (string? Text, Placeholder? Missing) Fill(string text, PlaybookScope scope)
    {
        var filled = new StringBuilder(text.Length);
        var done = 0;
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', done))
        {
            var end = text.IndexOf('}', at);
            var placeholder = Placeholder.Of(text[(at + 1)..end])!;
            if (scope.Find(placeholder.Alias, placeholder.Field) is not { } value)
            {
                return (null, placeholder);
            }

            filled.Append(text, done, at - done).Append(value);
            done = end + 1;
        }

        return (filled.Append(text, done, text.Length - done).ToString().TrimEnd(), null);
    }

    private static int Next(string text, int from)
    {
        var next = text.AsSpan(from).IndexOfAny('{', '}');
        return next < 0 ? -1 : from + next;
    }
}
