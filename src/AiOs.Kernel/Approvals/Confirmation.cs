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
        foreach (var letter in text.Trim())
        {
            if (!char.IsWhiteSpace(letter) && letter is not ('"' or '\''))
            {
                folded.Append(char.ToUpperInvariant(letter));
            }
        }

        return folded.ToString();
    }
}
