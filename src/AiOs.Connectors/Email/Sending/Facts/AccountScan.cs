using AiOs.Contracts.Effects;
using AiOs.Contracts.Intake;

namespace AiOs.Connectors.Email.Sending.Facts;

/// <summary>Finds bank accounts (IBAN, ISO 13616): of any country, in any grouping, and only with right check digits.</summary>
internal static class AccountScan
{
    public static IEnumerable<FoundValue> Find(string text)
    {
        for (var i = 0; i + Iban.Shortest <= text.Length; i++)
        {
            if (!MayStart(text, i) || Read(text, i, out var end) is not { } account) continue;
            yield return new FoundValue(i, SensitiveKind.BankAccount, account);
            i = end - 1;
        }
    }

    private static bool MayStart(string text, int i) =>
        char.IsAsciiLetter(text[i]) && char.IsAsciiLetter(text[i + 1]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]));

    /// <summary>The longest run that is right: a word that follows after a blank may look like a part of it.</summary>
    private static string? Read(string text, int start, out int end)
    {
        Span<char> account = stackalloc char[Iban.Longest];
        var (count, found) = (0, 0);
        end = start;
        for (var i = start; i < text.Length && count < Iban.Longest; i++)
        {
            var c = char.ToUpperInvariant(text[i]);
            if (IsGap(c) && count > 0) continue;
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c)) break;
            if (count is 2 or 3 && !char.IsAsciiDigit(c)) break;
            account[count++] = c;
            var ends = i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]);
            if (ends && Iban.IsValid(account[..count])) (found, end) = (count, i + 1);
        }

        return found > 0 ? account[..found].ToString() : null;
    }

    private static bool IsGap(char c) => c is ' ' or '-' or '.' or '\t';
}
