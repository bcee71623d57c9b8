using System.Buffers;
using AiOs.Kernel.Grounding.Texts;

namespace AiOs.Kernel.Grounding.Reading;

/// <summary>Finds whole mail addresses, never parts of longer ones.</summary>
internal static class Addresses
{
    private const string Borders = "<>()[],;:\"";
    private const string Opening = "“„‚‘’«»‹›…";
    private const string Closing = ".!?'“”‘’«»‹›…";

    private static readonly SearchValues<char> BorderSigns = SearchValues.Create(Borders);

    /// <summary>The form that is compared. A mail address is one whatever its case; any other name counts exactly as it stands.</summary>
    public static IEnumerable<string> FormsOf(string value) =>
        (value.Contains('@', StringComparison.Ordinal) ? Fold(value) : Other(value)) is { } form ? [form] : [];

    public static IEnumerable<string> In(string text)
    {
        foreach (var word in Words.Of(text, Borders, Opening, Closing))
        {
            if (word.Contains('@', StringComparison.Ordinal) && Fold(word) is { } address)
            {
                yield return address;
            }
        }

        foreach (var word in Words.Of(text, "<>\"", Opening, Closing + ",;"))
        {
            if (Other(word) is { } name)
            {
                yield return name;
            }
        }
    }

    /// <summary>The compared form of a mail address, or nothing where it is none.</summary>
    public static string? Fold(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at != value.LastIndexOf('@') || value.AsSpan(0, at).ContainsAny(BorderSigns) || IsUnclear(value.AsSpan(0, at)))
        {
            return null;
        }

        return Hosts.Fold(value[(at + 1)..]) is { } host ? Letters.Lower(value[..at]) + "@" + host : null;
    }

    private static string? Other(string value) =>
        value.Length > 0 && !value.Contains('@', StringComparison.Ordinal) && !IsUnclear(value) ? value : null;

    private static bool IsUnclear(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || Pieces.IsHidden(c))
            {
                return true;
            }
        }

        return false;
    }
}
