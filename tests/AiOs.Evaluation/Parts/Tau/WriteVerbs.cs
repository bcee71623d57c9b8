using System.Text.RegularExpressions;

namespace AiOs.Evaluation.Parts.Tau;

/// <summary>
/// What a shop's policy calls a change of its data: the words that it lists in brackets, such as <c>(order, refund)</c>. A tool is a change where its name
/// begins with one of them.
/// </summary>
internal sealed partial class WriteVerbs
{
    private readonly HashSet<string> _verbs;

    private WriteVerbs(HashSet<string> verbs) => _verbs = verbs;

    public static WriteVerbs Of(string policy)
    {
        var verbs = Listed().Matches(policy).SelectMany(static list => list.Groups["word"].Captures).Select(static word => word.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return verbs.Count > 0 ? new WriteVerbs(verbs) : throw new InvalidDataException("The shop's policy lists no action that changes its data.");
    }

    public bool Fits(string tool) => _verbs.Contains(tool.Split('_')[0]);

    [GeneratedRegex(@"\((?<word>[a-z]+)(?:,\s*(?:(?:and|or)\s+)?(?<word>[a-z]+))+\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listed();
}
