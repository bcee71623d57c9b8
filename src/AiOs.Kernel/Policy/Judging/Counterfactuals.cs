using AiOs.Contracts.Approvals;

namespace AiOs.Kernel.Policy.Judging;

/// <summary>
/// Which rules would have answered otherwise, and what kept them. The nearest come first: an amount or an hour is nearer
/// than another counterparty, and that is nearer than another kind of effect.
/// </summary>
internal static class Counterfactuals
{
    private const int Most = 3;
    private const int BlockerWeight = 2;

    public static IReadOnlyList<Counterfactual> Of(PolicyDocument policy, PolicyCase effect, Verdict verdict)
    {
        var given = PolicyAnswers.Of(verdict);
        var held = new HeldRules(policy, effect);
        return
        [
            .. held.Candidates
                .Where(rule => rule.Then != given)
                .Select(rule => Weigh(rule, held.Before(rule), effect, policy.Currency))
                .OfType<(int Weight, Counterfactual Case)>()
                .OrderBy(found => found.Weight)
                .Take(Most)
                .Select(found => found.Case),
        ];
    }

    private static (int Weight, Counterfactual Case)? Weigh(PolicyRule rule, IReadOnlyList<string> before, PolicyCase effect, string currency)
    {
        var floors = KernelFloors.Over(rule.Then, effect, currency).Select(floor => floor.Unless).ToList();
        var missing = rule.When.Where(condition => !condition.Holds(effect)).ToList();
        var weight = missing.Sum(condition => condition.Weight) + floors.Count + (before.Count * BlockerWeight);
        if (weight == 0 || floors.Contains(null))
        {
            return null;
        }

        List<string> clauses = [.. missing.Select(condition => condition.Clause(effect)), .. floors.OfType<string>()];
        if (before.Count > 0)
        {
            clauses.Add($"{Phrases.And([.. before.Select(name => $"'{name}'")])} did not come first");
        }

        var sentence = $"'{rule.Name}' {rule.Then.Would()} if {Phrases.And(clauses)}.";
        return (weight, new Counterfactual(rule.Name, rule.Then, [.. missing.Select(condition => condition.Against(effect))], sentence));
    }
}
