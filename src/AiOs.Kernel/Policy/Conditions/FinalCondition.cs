namespace AiOs.Kernel.Policy.Conditions;

/// <summary>Whether it can be taken back.</summary>
internal sealed record FinalCondition(bool Final) : Condition("final", "effect", 3)
{
    public override string Wanted => Text(Final);

    public override bool Holds(PolicyCase effect) => effect.Final == Final;

    public override string Actual(PolicyCase effect) => Text(effect.Final);

    private static string Text(bool final) => final ? "final" : "one that can be taken back";
}
