using System.Globalization;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Policy.Judging;
using AiOs.Kernel.Policy.Reading.Yaml;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Policy.Reading;

/// <summary>Reads single values. What cannot be read is a fault, and nothing is returned.</summary>
internal sealed class Values(string currency, PolicyFaults faults)
{
    private const int LongestShown = 40;

    public string Currency => currency;

    /// <summary>A value as it stands in a sentence: cut where it is long.</summary>
    public static string Shown(string text) => text.Length > LongestShown ? text[..LongestShown] + "…" : text;

    public string? Text(TreeNode? node, string what, int longest)
    {
        switch (node)
        {
            case null:
                return null;
            case TreeNode.Scalar scalar when !string.IsNullOrWhiteSpace(scalar.Text):
                // A folded text (>) ends in a line break of YAML's own.
                var text = scalar.Text.TrimEnd('\n');
                return text.Length > longest || !CharacterGate.IsOneLine(text) ? Fault(scalar, $"The {what} must be one line of {longest} visible characters at most; rewrite it.") : text;
            case TreeNode.Scalar:
                return Fault(node, $"The {what} has no value; write one or remove the key.");
            default:
                return Fault(node, $"The {what} must be one value here, not a list or keys.");
        }
    }

    /// <summary>A name of small letters, digits and hyphens.</summary>
    public string? Name(TreeNode? node, string what) =>
        Text(node, what, 60) is not { } text ? null
        : text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') ? text
        : Fault(node!, $"'{Shown(text)}' is no {what}; write it in small letters, digits and hyphens.");

    /// <summary>One of some words.</summary>
    public string? OneOf(TreeNode? node, string what, IReadOnlyList<string> words) =>
        Text(node, what, 200) is not { } text ? null
        : words.Contains(text) ? text
        : Fault(node!, $"'{Shown(text)}' is no {what}; write {Phrases.Or(words)}.");

    public TimeSpan? Duration(TreeNode? node, string what)
    {
        var text = Text(node, what, 200);
        var duration = text is null ? null : DurationText.Parse(text);
        if (text is not null && duration is null)
        {
            Fault(node!, $"'{Shown(text)}' is no duration; write a number of minutes, hours or days up to a year, as in 90m, 4h or 7d.");
        }

        return duration;
    }

    /// <summary>Seconds or minutes, for what somebody waits for.</summary>
    public TimeSpan? ShortTime(TreeNode? node, string what)
    {
        var text = Text(node, what, 200);
        var time = text is null ? null : DurationText.ParseShort(text);
        if (text is not null && time is null)
        {
            Fault(node!, $"'{Shown(text)}' is no short time; write a number of seconds or minutes up to an hour, as in 30s or 2m.");
        }

        return time;
    }

    public Money? Amount(TreeNode? node, string what)
    {
        if (Text(node, what, 200) is not { } text)
        {
            return null;
        }

        var (amount, fault) = MoneyText.Parse(text, currency);
        return amount ?? Miss<Money>(node!, fault);
    }

    /// <summary>An amount that is counted against, so in no currency but the workspace's.</summary>
    public Money? OwnAmount(TreeNode? node, string what) =>
        Amount(node, what) is not { } amount ? null
        : amount.Currency == currency ? amount
        : Miss<Money>(node!, $"The {what} is counted in {currency}, the workspace's currency; write it so.");

    public int? Whole(TreeNode? node, string what, int least, int most)
    {
        if (Text(node, what, 200) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Fault(node!, $"'{Shown(text)}' does not fit the {what}; write a whole number from {least} to {most}.");
        return null;
    }

    public bool? YesNo(TreeNode? node, string what) => OneOf(node, what, ["true", "false"]) is { } text ? text == "true" : null;

    /// <summary>A part of the day, as in <c>{ from: "20:00", to: "07:00" }</c>.</summary>
    public TimeWindow? Window(TreeNode node, string what)
    {
        var section = Section.Of(node, what, faults, ["from", "to"]);
        var from = Time(section?.Required("from"));
        var to = Time(section?.Required("to"));
        if (from is not null && from == to)
        {
            Fault(node, $"The {what} begin and end at the same time; write two different times.");
        }

        return from is { } begin && to is { } end ? new TimeWindow(begin, end) : null;
    }

    /// <summary>The parts of a list, or a value alone.</summary>
    public IReadOnlyList<TreeNode> Many(TreeNode node, string what)
    {
        if (node is not TreeNode.List list)
        {
            return [node];
        }

        if (list.Items.Count == 0)
        {
            Fault(node, $"The list of {what} is empty; write one at least or remove the key.");
        }

        return list.Items;
    }

    public string? Fault(TreeNode node, string reason)
    {
        faults.Add(node.Line, reason);
        return null;
    }

    private T? Miss<T>(TreeNode node, string reason)
        where T : class
    {
        faults.Add(node.Line, reason);
        return null;
    }

    private TimeOnly? Time(TreeNode? node)
    {
        if (Text(node, "time", 200) is not { } text)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Fault(node!, $"'{Shown(text)}' is no time of day; write hours and minutes from 00:00 to 23:59, as in \"20:00\".");
        return null;
    }
}
