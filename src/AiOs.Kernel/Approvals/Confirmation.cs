using System.Text;

namespace AiOs.Kernel.Approvals;

/// <summary>Whether what the operator typed is what a card of tier 2 or 3 asks for.</summary>
internal static class Confirmation
{
    /// <summary>Compares letters and digits; blanks, case, quotes and grouping marks do not matter, a missing currency or zero cents neither.</summary>
    public static bool Fits(string wanted, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return false;
        }

        var exact = Fold(wanted);
        var said = Fold(typed);
        return said == exact || (AmountOf(wanted) is { } amount && (said == Fold(amount) || (amount.EndsWith(".00", StringComparison.Ordinal) && said == Fold(amount[..^3]))));
    }

    /// <summary>The number of <c>1200.50 EUR</c>; nothing where it is no amount.</summary>
    private static string? AmountOf(string wanted)
    {
        var blank = wanted.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && char.IsAsciiDigit(wanted[0]) && wanted.Length - blank == 4 ? wanted[..blank] : null;
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (!char.IsWhiteSpace(letter) && letter is not ('"' or '\'') && !IsGroupingComma(text, index))
            {
                folded.Append(char.ToUpperInvariant(letter));
            }
        }

        return folded.ToString();
    }

    /// <summary>A comma with exactly three digits after it; any other might be the one before the cents.</summary>
    private static bool IsGroupingComma(string text, int index)
    {
        if (text[index] != ',' || index == 0 || !char.IsAsciiDigit(text[index - 1]))
        {
            return false;
        }

        var digits = text.AsSpan(index + 1);
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return (end < 0 ? digits.Length : end) == 3;
    }
}
