using System.Text.RegularExpressions;
using AiOs.Agents.Policies;

namespace AiOs.Agents.Records;

/// <summary>
/// Reads out of what the operator typed that two Records are about the same. Only for words that are the operator's own: what a mail or a quotation
/// says is never handed to it.
/// </summary>
/// <param name="Gone">Which one gives way, as they named it.</param>
/// <param name="Stays">Which one stays.</param>
internal sealed partial record MergeRequest(string Gone, string Stays)
{
    /// <summary>Reads a request.</summary>
    /// <param name="text">What the operator typed.</param>
    /// <returns>The two names; nothing where the whole text is not such a request.</returns>
    public static MergeRequest? Read(string text)
    {
        if (PlainRequest.Of(text) is not { Length: > 0 } request)
        {
            return null;
        }

        foreach (var form in (Regex[])[Merge(), Zusammen()])
        {
            if (form.Match(request) is { Success: true } match)
            {
                return new MergeRequest(Bare(match.Groups["gone"].Value), Bare(match.Groups["stays"].Value));
            }
        }

        return null;
    }

    private static string Bare(string name) => name.Trim().TrimEnd('.', ',');

    [GeneratedRegex(@"^merge (the )?(records? |clients? |vendors? )?(?<gone>\S.{0,80}?) (into|in|with|to) (the )?(record |client |vendor )?(?<stays>\S.{0,80})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Merge();

    [GeneratedRegex(@"^(führe|lege) (?<gone>\S.{0,80}?) (mit|in) (?<stays>\S.{0,80}?) zusammen$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Zusammen();
}
