using System.Text.RegularExpressions;
using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Intake;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Billing.Invoices;

/// <summary>What the operator typed of an invoice: <c>invoice client/berg for October, 12 h</c>.</summary>
/// <param name="Work">How much work; nothing where none was named.</param>
/// <param name="Flat">An amount that they named instead.</param>
/// <param name="Period">For what or when it is; may be empty.</param>
/// <param name="Number">The number that they gave it.</param>
internal sealed partial record InvoiceRequest(Workload? Work, Money? Flat, string Period, string? Number)
{
    private const int MaxPeriod = 60;

    private static readonly PhraseSet For = new("for", "für");

    public static InvoiceRequest Of(DraftDesk desk)
    {
        var words = string.Join('\n', desk.Answers.Prepend(desk.Message.Text));
        var work = Workload.In(words);
        var flat = work is null ? desk.AnswerFields.Concat(desk.Brief.Intent.Fields).FirstOrDefault(field => field.Name == FieldName.Amount && field.Amount is { Minor: > 0 })?.Amount : null;
        return new InvoiceRequest(
            work,
            flat,
            PeriodIn(desk.Message.Text),
            NumberIn(desk));
    }

    /// <summary>The words after <c>for</c>, up to a comma or a quantity.</summary>
    private static string PeriodIn(string text)
    {
        if (!For.TryFind(text, out var at, out var length))
        {
            return string.Empty;
        }

        var rest = text[(at + length)..];
        rest = Workload.Without(rest.Split(',', '\n', ';')[0]);
        return PlainText.Line(rest, MaxPeriod, addresses: false).Trim(' ', '.', ':', '-');
    }

    /// <summary>A number that they typed as one: in the request after the word, or alone as an answer.</summary>
    private static string? NumberIn(DraftDesk desk) =>
        desk.Answers.Select(answer => Numbered().Match(answer.Trim())).LastOrDefault(match => match.Success)?.Groups["number"].Value
        ?? (NumberWord().Match(desk.Message.Text) is { Success: true } named ? named.Groups["number"].Value : null);

    [GeneratedRegex(@"^(?:(?:use |take |the )?(?:number|no\.?|nr\.?|nummer)[ :]*)?(?<number>(?=\S*[0-9])[A-Za-z0-9][A-Za-z0-9/_-]{0,28})[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(?:number|no\.|nr\.|nummer)[ :]+(?<number>(?=\S*[0-9])[A-Za-z0-9][A-Za-z0-9/_-]{0,28})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberWord();
}
