namespace AiOs.Kernel.Grounding.Reading;

/// <summary>A number that somebody wrote.</summary>
/// <param name="Whole">Its whole part without leading zeros.</param>
/// <param name="Decimals">Its decimals without trailing zeros.</param>
/// <param name="Written">How many decimals were written.</param>
/// <param name="Doubtful">Whether its one mark may stand for thousands or for three decimals: <c>1.200</c>.</param>
internal sealed record PlainNumber(string Whole, string Decimals, int Written, bool Doubtful)
{
    private const string Marks = ".,'’ \u00a0\u202f\u2009";

    public string Text => Decimals.Length == 0 ? Whole : Whole + "." + Decimals;

    /// <summary>Reads digits with marks between them; nothing where they make no one number.</summary>
    public static PlainNumber? Read(string text)
    {
        var groups = text.Split(Marks.ToCharArray());
        var marks = text.Where(c => Marks.Contains(c, StringComparison.Ordinal)).Select(Plain).ToArray();
        if (groups.Any(group => group.Length == 0 || !group.All(char.IsAsciiDigit)))
        {
            return null;
        }

        if (IsGrouped(groups, marks))
        {
            return Of(string.Concat(groups), string.Empty, marks is ['.' or ',']);
        }

        var fraction = marks is [.., '.' or ','] && groups[^1].Length is >= 1 and <= 3;
        return fraction && !marks.AsSpan(..^1).Contains(marks[^1]) && IsGrouped(groups[..^1], marks[..^1])
            ? Of(string.Concat(groups[..^1]), groups[^1], false)
            : null;
    }

    /// <summary>Reads the form that machines write: digits, and perhaps a point with more digits.</summary>
    public static PlainNumber? Exact(string text)
    {
        var parts = text.Split('.');
        return parts.Length <= 2 && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
            ? Of(parts[0], parts.Length == 2 ? parts[1] : string.Empty, false)
            : null;
    }

    private static char Plain(char mark) => mark switch
    {
        '.' or ',' => mark,
        '’' => '\'',
        '\'' => mark,
        _ => ' ',
    };

    private static bool IsGrouped(string[] groups, char[] marks) =>
        marks.Length == 0
        || (marks.Distinct().Count() == 1 && groups[0].Length <= 3 && groups[0][0] != '0' && groups.Skip(1).All(group => group.Length == 3));

    private static PlainNumber Of(string whole, string decimals, bool doubtful)
    {
        var cut = whole.TrimStart('0');
        return new PlainNumber(cut.Length == 0 ? "0" : cut, decimals.TrimEnd('0'), decimals.Length, doubtful);
    }
}
