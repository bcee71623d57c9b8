using AiOs.Kernel.Policy.Conditions;

namespace AiOs.Kernel.Policy.Judging;

/// <summary>One rule: it fits when all its conditions hold, so one without conditions fits always.</summary>
/// <param name="Name">Unique in its policy.</param>
/// <param name="When">The conditions, in the order of the file.</param>
/// <param name="Then">The answer.</param>
/// <param name="Because">The rule in one sentence, for people.</param>
internal sealed record PolicyRule(string Name, IReadOnlyList<Condition> When, PolicyAnswer Then, string Because)
{
    public static PolicyRule NoRule { get; } =
        new("no-rule", [], PolicyAnswer.Ask, "No rule of the policy fits, and what the policy does not know is asked.");

    public bool Fits(PolicyCase effect) => When.All(condition => condition.Holds(effect));
}
