using AiOs.Contracts.Records.Schemas;
using AiOs.Contracts.Text;

namespace AiOs.Kernel.Records;

/// <summary>
/// The words of a text by which it may name Records: addresses, numbers of invoices, and names that stand with a capital. A few of each, so that a
/// long text asks no more of the store than a short one. Pure.
/// </summary>
internal sealed record Mentions(IReadOnlyList<string> Addresses, IReadOnlyList<string> Numbers, IReadOnlyList<string> Names)
{
    private const int Longest = 16_000;
    private const int MostAddresses = 6;
    private const int MostNumbers = 6;
    private const int MostNames = 16;
    private const int MostWords = 4;
    private const int LongestNumber = 30;

    private static readonly char[] Marks = ['.', ',', ';', ':', '!', '?', '(', ')', '<', '>', '"', '“', '”', '„', '#', '\''];

    private static readonly HashSet<string> Invoices = new(StringComparer.OrdinalIgnoreCase)
    {
        "invoice", "invoices", "rechnung", "rechnungen", "rechnungsnummer", "rechnungsnr", "facture", "factura",
    };

    private static readonly HashSet<string> NumberMarks = new(StringComparer.OrdinalIgnoreCase) { "no", "nr", "number", "nummer", "" };

    private static readonly HashSet<string> Leads = new(StringComparer.OrdinalIgnoreCase)
    {
        "for", "from", "with", "to", "of", "at", "by", "remind", "client", "customer", "company", "project", "für", "von", "bei", "an", "mit", "kunde", "kundin", "firma", "projekt",
    };

    /// <summary>Finds them.</summary>
    public static Mentions In(string text)
    {
        var raw = text[..Math.Min(text.Length, Longest)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var words = raw.Select(word => word.Trim(Marks)).ToArray();
        return new Mentions(
            [.. words.Where(word => FieldForms.Fits(FieldForm.Email, word)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostAddresses)],
            [.. words.Where((word, i) => IsNumber(words, i)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNumbers)],
            [.. NamesIn(raw, words).DistinctBy(NameForm.Of).Where(name => NameForm.Of(name).Length > 1).Take(MostNames)]);
    }

    private static bool IsNumber(string[] words, int i)
    {
        if (words[i].Length > LongestNumber || !words[i].Any(char.IsAsciiDigit))
        {
            return false;
        }

        var before = i > 0 && NumberMarks.Contains(words[i - 1]) ? i - 2 : i - 1;
        return (before >= 0 && Invoices.Contains(words[before])) || words[i].StartsWith("INV-", StringComparison.Ordinal) || words[i].StartsWith("RE-", StringComparison.Ordinal);
    }

    /// <summary>Runs of words with a capital, the longest first at each place; a word alone only after one such as for or client.</summary>
    private static IEnumerable<string> NamesIn(string[] raw, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsCapital(words[i]))
            {
                continue;
            }

            var end = i;
            while (end - i < MostWords && end + 1 < words.Length && !EndsRun(raw[end]) && (IsCapital(words[end + 1]) || (IsJoin(words[end + 1]) && end + 2 < words.Length && IsCapital(words[end + 2]))))
            {
                end++;
            }

            for (var last = end; last > i; last--)
            {
                if (!IsJoin(words[last]))
                {
                    yield return string.Join(' ', words[i..(last + 1)]);
                }
            }

            if (i > 0 && Leads.Contains(words[i - 1]))
            {
                yield return words[i];
            }
        }
    }

    private static bool IsCapital(string word) => word.Length > 1 && char.IsUpper(word[0]);

    private static bool IsJoin(string word) => word is "&" or "+" or "and" or "und";

    private static bool EndsRun(string raw) => raw[^1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' && !(raw.Length <= 4 && raw[^1] == '.');
}
