using AiOs.Kernel.Policy.Judging;

namespace AiOs.Kernel.Policy.Conditions;

/// <summary>The case's word is one of the rule's. Case of letters does not count, so that no spelling slips by.</summary>
internal abstract record WordCondition(string Name, string Subject, int Weight, IReadOnlyList<string> Words)
    : Condition(Name, Subject, Weight)
{
    public sealed override string Wanted => Phrases.Or(Words);

    public override bool Holds(PolicyCase effect) => WordOf(effect) is { } word && Words.Contains(word, StringComparer.OrdinalIgnoreCase);

    public sealed override string Actual(PolicyCase effect) => WordOf(effect) ?? "none";

    protected abstract string? WordOf(PolicyCase effect);
}
