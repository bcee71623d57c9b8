using AiOs.Contracts.Approvals;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using AiOs.Kernel.Policy.Conditions;
using AiOs.Kernel.Policy.Judging;
using AiOs.Kernel.Policy.Reading.Yaml;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Policy.Reading;

/// <summary>Reads the conditions that measure: amounts, provenance, confidence and times.</summary>
internal sealed class MeasureReader(Values values, PolicyFaults faults, TimeWindow? quietHours)
{
    private static readonly IReadOnlyList<string> Ranks = [.. Enum.GetValues<Provenance>().OrderBy(Provenances.Rank).Select(KebabEnumConverter<Provenance>.ToText)];

    private static readonly IReadOnlyList<string> Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public Condition? Read(string key, TreeNode value) => key switch
    {
        "amount" => Amount(value),
        "provenance" => Origin(value),
        "confidence" => Sureness(value),
        "time" => values.Window(value, "time") is { } window ? new TimeCondition(key, window, Within: true) : null,
        "days" => OnDays(value),
        "quietHours" => Quiet(key, value),
        _ => values.YesNo(value, key) is { } final ? new FinalCondition(final) : null,
    };

    private AmountCondition? Amount(TreeNode node)
    {
        if (Ends(node, "amount", "over", "upTo") is not { } section)
        {
            return null;
        }

        var over = values.Amount(section["over"], "amount");
        var upTo = values.Amount(section["upTo"], "amount");
        if (over is not null && upTo is not null && (over.Currency != upTo.Currency || over.Minor >= upTo.Minor))
        {
            values.Fault(node, $"No amount is over {over} and at most {upTo}; write the smaller one under 'over' and both in one currency.");
        }

        return over is null && upTo is null ? null : new AmountCondition(over, upTo);
    }

    private ConfidenceCondition? Sureness(TreeNode node)
    {
        if (Ends(node, "confidence", "atLeast", "below") is not { } section)
        {
            return null;
        }

        var least = Percent(section["atLeast"]);
        var below = Percent(section["below"]);
        if (least >= below)
        {
            values.Fault(node, "No confidence fits; write the smaller number under 'atLeast' and the larger under 'below'.");
        }

        return least is null && below is null ? null : new ConfidenceCondition(least, below);
    }

    private Confidence? Percent(TreeNode? node)
    {
        var bare = node is TreeNode.Scalar scalar && scalar.Text.EndsWith('%') ? scalar with { Text = scalar.Text[..^1] } : node;
        return values.Whole(bare, "confidence in percent", 0, 100) is { } percent ? new Confidence(percent * 10) : null;
    }

    private ProvenanceCondition? Origin(TreeNode node)
    {
        if (node is not TreeNode.Map)
        {
            var words = values.Many(node, "provenance").Select(one => values.OneOf(one, "provenance", Ranks)).ToList();
            return words.Count == 0 || words.Contains(null) ? null : Ranked(words.Contains, Phrases.Or([.. words.OfType<string>()]));
        }

        if (Ends(node, "provenance", "atLeast", "below") is not { } section)
        {
            return null;
        }

        var least = values.OneOf(section["atLeast"], "provenance", Ranks);
        var below = values.OneOf(section["below"], "provenance", [.. Ranks.Skip(1)]);
        if (section.Entries.Count > 1)
        {
            values.Fault(node, "The provenance takes 'atLeast' or 'below'; write one of them, or list the words.");
        }

        return (least, below) switch
        {
            ({ }, null) => Ranked(word => Place(word) >= Place(least), $"{least} or better"),
            (null, { }) => Ranked(word => Place(word) < Place(below), $"weaker than {below}"),
            _ => null,
        };
    }

    private static int Place(string word) => Ranks.TakeWhile(rank => rank != word).Count();

    private static ProvenanceCondition Ranked(Func<string, bool> fits, string wording) =>
        new([.. Enum.GetValues<Provenance>().Where(one => fits(KebabEnumConverter<Provenance>.ToText(one)))], wording);

    private DaysCondition? OnDays(TreeNode node)
    {
        var days = values.Many(node, "days").Select(one => values.OneOf(one, "day", Days)).ToList();
        return days.Count == 0 || days.Contains(null)
            ? null
            : new DaysCondition([.. days.OfType<string>().Select(day => (DayOfWeek)((Days.TakeWhile(one => one != day).Count() + 1) % Days.Count))]);
    }

    private TimeCondition? Quiet(string key, TreeNode node)
    {
        if (values.YesNo(node, key) is not { } within)
        {
            return null;
        }

        if (quietHours is null)
        {
            values.Fault(node, "The file has no quiet hours of its own; add 'quietHours' at its top or use 'time' here.");
            return null;
        }

        return new TimeCondition(key, quietHours, within);
    }

    /// <summary>A group of two ends of which one at least is given.</summary>
    private Section? Ends(TreeNode node, string what, string one, string other)
    {
        var section = Section.Of(node, what, faults, [one, other]);
        if (section?.Entries.Count != 0)
        {
            return section;
        }

        values.Fault(node, $"The {what} says nothing; write '{one}' or '{other}'.");
        return null;
    }
}
