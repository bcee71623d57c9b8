using System.Text;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Intake.Extraction;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records.Schemas;

namespace AiOs.Agents.Records;

/// <summary>One field and its value out of a piece of what the operator typed: “rate 85 EUR per hour”, “office@berg.example”, “birthday: 3 May”.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">What it is to hold, in the form of the field.</param>
internal sealed record FieldPiece(string Field, string Value)
{
    private const int LongestName = 30;

    private static readonly string[] Between = ["is now ", "is ", "are ", "to ", "ist jetzt ", "ist ", "sind "];

    /// <summary>Reads a piece.</summary>
    /// <param name="type">The type of the Record.</param>
    /// <param name="piece">The words.</param>
    /// <param name="brief">When, where and in which currency they were typed.</param>
    /// <returns>Field and value; nothing where it cannot be told which field is meant.</returns>
    public static FieldPiece? Read(string type, string piece, AgentBrief brief)
    {
        if (FieldWords.Find(type, piece) is { } known)
        {
            var value = Bare(known.After);
            return value.Length > 0 ? new(known.Field, InForm(type, known.Field, value, brief)) : null;
        }

        if (FieldForms.Fits(FieldForm.Email, piece))
        {
            return new("email", piece);
        }

        if (FieldForms.Fits(FieldForm.Iban, Together(piece)))
        {
            return new("iban", Together(piece));
        }

        if (PriceRate.UnitIn(piece) is not null && Amount(piece, brief) is not null)
        {
            return new("rate", InForm(type, "rate", piece, brief));
        }

        var end = piece.IndexOfAny([':', '=']);
        return end is > 1 and <= LongestName && Slug(piece[..end]) is { Length: > 1 } name && Bare(piece[end..]) is { Length: > 0 } free ? new(name, free) : null;
    }

    private static string Bare(string rest)
    {
        var value = rest.Trim().TrimStart(':', '=').Trim();
        var word = Between.FirstOrDefault(word => value.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        return word is null ? value : value[word.Length..].Trim();
    }

    /// <summary>A known field has one form; what cannot be brought into it stays as typed and is refused with what is wrong.</summary>
    private static string InForm(string type, string field, string value, AgentBrief brief) => RecordType.Find(type)?.RuleOf(field)?.Form switch
    {
        FieldForm.Money => Amount(value, brief) ?? value,
        FieldForm.Date => Day(value, brief) ?? value,
        FieldForm.Iban => Together(value),
        _ => value,
    };

    private static string? Amount(string words, AgentBrief brief) => Found(words, brief).FirstOrDefault(field => field.Name == FieldName.Amount)?.Value;

    private static string? Day(string words, AgentBrief brief) =>
        Found(words, brief).FirstOrDefault(field => field.Name is FieldName.Date or FieldName.Deadline)?.Value is { Length: >= 10 } day ? day[..10] : null;

    private static IReadOnlyList<ExtractedField> Found(string words, AgentBrief brief) =>
        FieldExtractor.ReadWords(words, brief.ReceivedAt, brief.TimeZone, brief.Currency).Fields;

    private static string Together(string value) => value.Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant();

    private static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in name.Trim())
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not (' ' or '-'))
            {
                return string.Empty;
            }

            slug.Append(letter is ' ' ? '-' : char.ToLowerInvariant(letter));
        }

        return slug.ToString();
    }
}
