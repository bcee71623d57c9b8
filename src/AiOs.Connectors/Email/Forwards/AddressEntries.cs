using System.Text;

namespace AiOs.Connectors.Email.Forwards;


/// <summary>
/// Cuts a list of addresses as mail programs show it into entries. Names may hold commas without quotes, separators are commas or
/// semicolons, and an address may be followed by its own link. One pass, no going back.
/// </summary>
internal static class AddressEntries
{
    public static List<AddressEntry> Of(string text)
    {
        var entries = new List<AddressEntry>();
        var plain = new StringBuilder();
        var addresses = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '"' && text.IndexOf('"', at + 1) is var close and > 0)
            {
                if (addresses.Count == 0) plain.Append(text, at, close - at + 1);
                at = close + 1;
            }
            else if (c is '<' or '[' or '(' && Bracketed(text, at, addresses, out var after))
            {
                at = after;
            }
            else if (c is ',' or ';' && (addresses.Count > 0 || c == ';' || EndsInAddress(plain)))
            {
                Finish(entries, plain, addresses);
                at++;
            }
            else
            {
                if (addresses.Count == 0) plain.Append(c);
                at++;
            }
        }

        Finish(entries, plain, addresses);
        return entries;
    }

    /// <summary>Whether a text is a plain <c>local@domain</c>.</summary>
    public static bool IsAddress(ReadOnlySpan<char> text)
    {
        var sign = text.IndexOf('@');
        if (sign <= 0 || sign == text.Length - 1 || text.Length > 254) return false;
        foreach (var c in text[..sign])
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '(' or ')' or '[' or ']' or ',' or ';' or ':' or '"' or '\\') return false;
        }

        var domain = text[(sign + 1)..];
        if (domain[0] is '.' or '-' || domain[^1] is '.' or '-' || domain.IndexOf("..", StringComparison.Ordinal) >= 0) return false;
        foreach (var c in domain)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-')) return false;
        }

        return true;
    }

    private static bool Bracketed(string text, int start, List<string> addresses, out int after)
    {
        after = start + 1;
        var depth = 0;
        var end = start;
        var limit = Math.Min(text.Length, start + 600);
        for (; end < limit; end++)
        {
            if (text[end] is '<' or '[' or '(') depth++;
            else if (text[end] is '>' or ']' or ')' && --depth == 0) break;
        }

        if (end == limit) return false;
        var inner = text.AsSpan(start + 1, end - start - 1);
        var link = inner.IndexOfAny('<', '[');
        if (link > 0) inner = inner[..link];
        inner = inner.Trim();
        if (inner.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) inner = inner[7..];
        if (!IsAddress(inner)) return false;
        var address = inner.ToString();
        if (!addresses.Contains(address, StringComparer.OrdinalIgnoreCase)) addresses.Add(address);
        after = end + 1;
        return true;
    }

    private static bool EndsInAddress(StringBuilder plain)
    {
        if (plain.Length > 400) return false;
        var text = plain.ToString();
        return IsAddress(text.AsSpan(text.LastIndexOf(',') + 1).Trim());
    }

    /// <summary>An address alone, or behind a name without brackets.</summary>
    private static AddressEntry Unbracketed(string piece)
    {
        var last = piece.AsSpan(piece.LastIndexOf(' ') + 1);
        var name = piece[..^last.Length].TrimEnd();
        return IsAddress(last) && !name.Contains('@', StringComparison.Ordinal) ? new AddressEntry(name, [last.ToString()]) : new AddressEntry(piece, []);
    }

    private static void Finish(List<AddressEntry> entries, StringBuilder plain, List<string> addresses)
    {
        var text = plain.ToString().Trim();
        if (addresses.Count > 0)
        {
            entries.Add(new AddressEntry(text, [.. addresses]));
        }
        else
        {
            foreach (var piece in text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                entries.Add(Unbracketed(piece));
        }

        plain.Clear();
        addresses.Clear();
    }
}
