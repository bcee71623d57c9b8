using AiOs.Kernel.Policy.Reading;
using AiOs.Kernel.Policy.Reading.Yaml;

namespace AiOs.Kernel.Playbooks.Reading;

/// <summary>Reads the steps.</summary>
internal sealed class StepReader(Values values, KnownNames names, ConditionReader conditions, PolicyFaults faults)
{
    public const int MostSteps = 20;

    private static readonly string[] Kinds = ["mail", "ask", "wait", "record", "note"];

    public IReadOnlyList<PlaybookStep> Steps(TreeNode? node)
    {
        if (node is null)
        {
            return [];
        }

        if (node is not TreeNode.List { Items: { Count: > 0 and <= MostSteps } items })
        {
            faults.Add(node.Line, $"The steps must be a list of one to {MostSteps}; write each with a dash.");
            return [];
        }

        var order = items.Select(NameOf).ToArray();
        return [.. items.Select((item, index) => One(item, index + 1, order)).OfType<PlaybookStep>()];
    }

    /// <summary>The name as far as it can be seen from outside, so that a step can lead to a later one.</summary>
    private static string? NameOf(TreeNode node) =>
        ((node as TreeNode.Map)?.Entries.FirstOrDefault(entry => entry.Key == "name")?.Value as TreeNode.Scalar)?.Text;

    private PlaybookStep? One(TreeNode node, int number, string?[] order)
    {
        if (Section.Of(node, "a step", faults, ["name", .. Kinds, "when", "on-no"]) is not { } section)
        {
            return null;
        }

        var name = values.Name(section.Required("name"), "name of the step");
        if (name is not null && (names.IsTaken(name) || Array.IndexOf(order, name) != number - 1))
        {
            values.Fault(section["name"]!, $"The name '{Values.Shown(name)}' is taken already; choose another one.");
        }

        var kinds = Kinds.Where(kind => section[kind] is not null).ToArray();
        if (kinds is not [var only])
        {
            values.Fault(node, $"A step does exactly one thing; write one of {string.Join(", ", Kinds)}.");
            return null;
        }

        var when = section["when"] is { } condition ? conditions.Many(condition, "when") : [];
        var no = values.OneOf(section["on-no"], "on-no", ["stop", "skip"]);
        var does = new DoesReader(values, names, conditions, faults).Read(only, section[only]!, number, order);
        return name is null || does is null ? null : Known(new PlaybookStep(number, name, does) { When = when, SkipsNo = no == "skip" });
    }

    /// <summary>What the steps after it may name.</summary>
    private PlaybookStep Known(PlaybookStep step)
    {
        switch (step.Does)
        {
            case StepDoes.Ask:
                names.Answered(step.Name);
                break;
            case StepDoes.Write { Record: var record } when !names.IsRecord(record):
                names.Written(step.Name);
                break;
            default:
                break;
        }

        return step;
    }
}
