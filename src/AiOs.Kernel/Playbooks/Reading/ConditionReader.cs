using AiOs.Kernel.Policy.Reading;
using AiOs.Kernel.Policy.Reading.Yaml;

namespace AiOs.Kernel.Playbooks.Reading;

/// <summary>Reads conditions as in <c>{ field: invoice.paid, exists: true }</c>.</summary>
internal sealed class ConditionReader(Values values, KnownNames names, PolicyFaults faults)
{
    private const int MostConditions = 10;
    private const int LongestValue = 100;

    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    private static readonly string[] Ways = ["is", "is-not", "before", "after", "exists"];

    public IReadOnlyList<PlaybookCondition> Many(TreeNode node, string what)
    {
        var items = values.Many(node, what);
        if (items.Count > MostConditions)
        {
            faults.Add(node.Line, $"There are more than {MostConditions} conditions in {what}; write fewer.");
        }

        return [.. items.Take(MostConditions).Select(One).OfType<PlaybookCondition>()];
    }

    private PlaybookCondition? One(TreeNode node)
    {
        if (Section.Of(node, "a condition", faults, ["field", .. Ways]) is not { } section || Field(section) is not { } field)
        {
            return null;
        }

        var ways = Ways.Where(way => section[way] is not null).ToArray();
        if (ways is not [var way])
        {
            values.Fault(node, $"A condition says exactly one thing of its field; write one of {string.Join(", ", Ways)}.");
            return null;
        }

        return Read(field, way, section[way]!);
    }

    /// <summary>A field without a dot is one of the subject.</summary>
    private Placeholder? Field(Section section)
    {
        if (values.Text(section.Required("field"), "field", LongestValue) is not { } text)
        {
            return null;
        }

        var whole = text.Contains('.', StringComparison.Ordinal) || names.Subject is null ? text : names.Subject + "." + text;
        if (Placeholder.Of(whole) is { Field.Length: > 0 } field && names.Knows(field))
        {
            return field;
        }

        values.Fault(section["field"]!, $"'{Values.Shown(text)}' is not known here; known are {names.Words}.");
        return null;
    }

    private PlaybookCondition? Read(Placeholder field, string way, TreeNode value)
    {
        switch (way)
        {
            case "exists":
                return values.YesNo(value, "exists") is { } exists ? new PlaybookCondition(field.Alias, field.Field, exists ? Comparison.Exists : Comparison.Missing, []) : null;
            case "before" or "after":
                return values.Text(value, "day", LongestValue) is not { } day ? null
                    : PlaybookDay.Read(day, AnyDay) is not null ? new PlaybookCondition(field.Alias, field.Field, way == "before" ? Comparison.Before : Comparison.After, [day])
                    : Refused(value, $"'{Values.Shown(day)}' is no day; write today, 7d ago, in 3d or 2026-11-24.");
            default:
                var wanted = values.Many(value, "values").Select(one => values.Text(one, "value", LongestValue)).OfType<string>().ToArray();
                return new PlaybookCondition(field.Alias, field.Field, way == "is" ? Comparison.Is : Comparison.IsNot, wanted);
        }
    }

    private PlaybookCondition? Refused(TreeNode node, string reason)
    {
        values.Fault(node, reason);
        return null;
    }
}
