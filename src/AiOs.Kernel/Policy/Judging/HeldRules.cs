namespace AiOs.Kernel.Policy.Judging;

/// <summary>The rules of a policy that fit one case, and which of them stand in the way of another rule.</summary>
internal sealed class HeldRules(PolicyDocument policy, PolicyCase effect)
{
    private readonly List<PolicyRule> _rejects = [.. policy.AutoRejects.Where(rule => rule.Fits(effect))];
    private readonly List<PolicyRule> _asks = [.. policy.AlwaysAsks.Where(rule => rule.Fits(effect))];
    private readonly List<(PolicyRule Rule, int Index)> _own = [.. policy.Rules.Select((rule, index) => (rule, index)).Where(one => one.rule.Fits(effect))];
    private readonly Dictionary<string, int> _places = policy.Rules.Select((rule, index) => (rule.Name, index)).ToDictionary(one => one.Name, one => one.index);

    /// <summary>Every rule, in the order they are asked.</summary>
    public IEnumerable<PolicyRule> Candidates => policy.AutoRejects.Concat(policy.AlwaysAsks).Concat(policy.Rules);

    /// <summary>The names of the rules that would win over this one although it fitted.</summary>
    public IReadOnlyList<string> Before(PolicyRule rule)
    {
        if (policy.AutoRejects.Contains(rule))
        {
            return [];
        }

        var own = _places.TryGetValue(rule.Name, out var place)
            ? _asks.Where(ask => ask.Then >= rule.Then).Concat(_own.Where(one => one.Index < place).Select(one => one.Rule))
            : _asks.Where(ask => ask.Then > rule.Then).Concat(_own.Take(1).Select(one => one.Rule).Where(one => one.Then > rule.Then));
        return [.. _rejects.Concat(own).Select(one => one.Name)];
    }
}
