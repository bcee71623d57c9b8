using AiOs.Kernel.Policy.Judging;

namespace AiOs.Kernel.Policy.Conditions;

/// <summary>One condition of a rule. Pure; what a case does not tell never fits.</summary>
/// <param name="Name">Its key in the file.</param>
/// <param name="Subject">What it looks at, for a sentence: <c>amount</c>.</param>
/// <param name="Weight">How far off a case is that misses it: 1 for an hour or an amount, 3 for another kind of effect.</param>
internal abstract record Condition(string Name, string Subject, int Weight)
{
    /// <summary>What the rule wants: <c>at most 50.00 EUR</c>.</summary>
    public abstract string Wanted { get; }

    public abstract bool Holds(PolicyCase effect);

    /// <summary>What the case is: <c>80.00 EUR</c>.</summary>
    public abstract string Actual(PolicyCase effect);

    public MatchedCondition Against(PolicyCase effect) => new(Name, Wanted, Actual(effect));

    /// <summary>For "it would have been otherwise if ...".</summary>
    public string Clause(PolicyCase effect) => $"the {Subject} were {Wanted} (it is {Actual(effect)})";
}
