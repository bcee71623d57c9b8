using AiOs.Kernel.Policy.Judging;
using AiOs.Kernel.Policy.Reading.Yaml;

namespace AiOs.Kernel.Policy.Reading;

/// <summary>Reads the rules and the auto-rejects. A rule that is read with a fault is left out, and the file is refused for the fault.</summary>
internal sealed class RuleReader(Values values, WhenReader whens, PolicyFaults faults)
{
    private const int LongestSentence = 500;
    private const string AmendmentPrefix = "amendment-";

    private static readonly IReadOnlyList<string> RejectKeys = ["name", "when", "because"];
    private static readonly IReadOnlyList<string> RuleKeys = ["name", "when", "then", "because"];

    private readonly HashSet<string> _names = [.. KernelFloors.Names, PolicyRule.NoRule.Name];

    public IReadOnlyList<PolicyRule> Rules(TreeNode? node) => All(node, "rules", RuleKeys);

    public IReadOnlyList<PolicyRule> Rejects(TreeNode? node) => All(node, "autoReject", RejectKeys);

    private List<PolicyRule> All(TreeNode? node, string name, IReadOnlyList<string> keys)
    {
        if (node is not null and not TreeNode.List)
        {
            values.Fault(node, $"'{name}' must be a list, with a dash before each; write [] for none.");
        }

        return [.. ((node as TreeNode.List)?.Items ?? []).Select(item => OneOrFault(item, keys)).OfType<PolicyRule>()];
    }

    /// <summary>No rule is ever dropped in silence, whatever a reader below forgets to say.</summary>
    private PolicyRule? OneOrFault(TreeNode node, IReadOnlyList<string> keys)
    {
        var rule = One(node, keys);
        if (rule is null && faults.First is null)
        {
            faults.Add(node.Line, "This rule cannot be read; compare it with the examples of the default policy.");
        }

        return rule;
    }

    private PolicyRule? One(TreeNode node, IReadOnlyList<string> keys)
    {
        if (Section.Of(node, "a rule", faults, keys) is not { } section)
        {
            return null;
        }

        var name = Name(section.Required("name"));
        var when = section.Required("when") is { } conditions ? whens.Read(conditions) : null;
        PolicyAnswer? then = keys == RejectKeys ? PolicyAnswer.Deny : Answer(section.Required("then"));
        var because = values.Text(section.Required("because"), "sentence under 'because'", LongestSentence);
        if (when is { Count: 0 } && (then == PolicyAnswer.Allow || keys == RejectKeys))
        {
            faults.Add(section["when"]!.Line, $"An empty 'when' would {(then == PolicyAnswer.Allow ? "allow" : "refuse")} everything; write at least one condition.");
        }

        return name is null || when is null || then is null || because is null ? null : new PolicyRule(name, when, then.Value, because);
    }

    private string? Name(TreeNode? node)
    {
        if (values.Name(node, "rule name") is not { } name)
        {
            return null;
        }

        if (name.StartsWith(AmendmentPrefix, StringComparison.Ordinal))
        {
            return values.Fault(node!, $"Names that begin with '{AmendmentPrefix}' are given by the program; choose another.");
        }

        return _names.Add(name) ? name : values.Fault(node!, $"There is another rule named '{name}', here or in the program; choose another name.");
    }

    private PolicyAnswer? Answer(TreeNode? node) =>
        values.OneOf(node, "answer", PolicyAnswers.Texts) is { } text ? PolicyAnswers.Parse(text) : null;
}
