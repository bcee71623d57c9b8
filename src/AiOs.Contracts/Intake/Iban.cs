namespace AiOs.Contracts.Intake;

/// <summary>International bank account numbers (ISO 13616).</summary>
public static class Iban
{
    /// <summary>How many characters the shortest one has.</summary>
    public const int Shortest = 15;

    /// <summary>How many characters the longest one may have.</summary>
    public const int Longest = 34;

    /// <summary>
    /// Tells whether a number has the form of one and right check digits: two letters, two digits, then letters and digits, and a remainder
    /// of 1 by 97. Knows no countries: whether the length is the one of its country is not looked at.
    /// </summary>
    /// <param name="number">The number in capitals, without blanks or other marks between its groups.</param>
    /// <returns>Whether it is right.</returns>
    public static bool IsValid(ReadOnlySpan<char> number) =>
        number.Length is >= Shortest and <= Longest
        && char.IsAsciiLetterUpper(number[0]) && char.IsAsciiLetterUpper(number[1])
        && char.IsAsciiDigit(number[2]) && char.IsAsciiDigit(number[3])
        && Remainder(number) == 1;

    /// <summary>By 97, with the first four characters at the end and A to Z as 10 to 35; nothing where another character stands in it.</summary>
    private static int? Remainder(ReadOnlySpan<char> number)
    {
        const int Head = 4;
        var remainder = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var c = number[(i + Head) % number.Length];
            if (char.IsAsciiDigit(c))
            {
                remainder = ((remainder * 10) + c - '0') % 97;
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                remainder = ((remainder * 100) + c - 'A' + 10) % 97;
            }
            else
            {
                return null;
            }
        }

        return remainder;
    }
}
