using System.Globalization;
using System.Text;
using AiOs.Contracts.Json;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Policy.Reading.Yaml;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Policy.Amendments;

/// <summary>
/// Writes an amendment at the end of a policy file and leaves every byte before it. It takes any amendment;
/// whether the result is a policy is for the reader to say.
/// </summary>
internal static class PolicyText
{
    private const string Key = "amendments";
    private const int UsualIndent = 2;

    public static string Amend(string text, PolicyAmendment amendment, DateOnly on)
    {
        var newline = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var result = new StringBuilder(text);
        if (text.Length > 0 && text[^1] != '\n')
        {
            result.Append(newline);
        }

        var there = TreeReader.Read(text.TrimStart('\uFEFF'), new PolicyFaults())?.Entries.FirstOrDefault(entry => entry.Key == Key)?.Value;
        if (there is null)
        {
            result.Append(newline)
                .Append("# What was changed from chat: written by the program, over all that stands above it. Keep it last.").Append(newline)
                .Append(Key).Append(':').Append(newline);
        }

        var indent = there is TreeNode.List list ? Math.Max(0, list.Column - 1) : UsualIndent;
        return result.Append(' ', indent).Append("- ").Append(Line(amendment, on)).Append(newline).ToString();
    }

    private static string Line(PolicyAmendment amendment, DateOnly on)
    {
        IReadOnlyList<(string Key, string? Value)> pairs = amendment switch
        {
            PolicyAmendment.SetCap set => [("change", AmendmentWords.SetCap), .. Place(set.Scope, set.Name, set.Period), ("limit", set.Limit.ToString())],
            PolicyAmendment.RemoveCap lift => [("change", AmendmentWords.RemoveCap), .. Place(lift.Scope, lift.Name, lift.Period)],
            PolicyAmendment.AutoReject reject => [("change", AmendmentWords.AutoReject), ("counterparty", reject.Counterparty), ("because", reject.Because)],
            PolicyAmendment.AlwaysAskAbout about => [("change", AmendmentWords.AskAbout), ("counterparty", about.Counterparty), ("tier", Number(about.Tier))],
            PolicyAmendment.AlwaysAskFor kind => [("change", AmendmentWords.AskFor), ("kind", kind.Kind), ("tier", Number(kind.Tier))],
            PolicyAmendment.TakeBack back => [("change", AmendmentWords.TakeBack), ("number", Number(back.Number))],
            _ => throw new Contracts.AiOsException("There is no such change of a policy."),
        };
        (string Key, string? Value) day = ("on", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return "{ " + string.Join(", ", pairs.Prepend(day).Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}: {Quoted(pair.Value!)}")) + " }";
    }

    private static IEnumerable<(string Key, string? Value)> Place(CapScope scope, string? name, CapPeriod period) =>
        [("scope", KebabEnumConverter<CapScope>.ToText(scope)), ("name", name), ("period", KebabEnumConverter<CapPeriod>.ToText(period))];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A double-quoted scalar: whatever is neither a letter, a digit nor visible ASCII is written as its number.</summary>
    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
            {
                text.Append('\\').Append(rune);
            }
            else if (rune.Value is >= ' ' and <= '~' || (rune.IsBmp && Rune.IsLetterOrDigit(rune)))
            {
                text.Append(rune);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
            }
        }

        return text.Append('"').ToString();
    }
}
