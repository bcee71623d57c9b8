using System.Globalization;
using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Policy.Conditions;

/// <summary>How sure the agent is.</summary>
/// <param name="AtLeast">This sure or surer; nothing for no lower end.</param>
/// <param name="Below">Less sure than this; nothing for no upper end.</param>
internal sealed record ConfidenceCondition(Confidence? AtLeast, Confidence? Below) : Condition("confidence", "confidence", 1)
{
    public override string Wanted => (AtLeast, Below) switch
    {
        ({ } least, { } below) => $"at least {Percent(least)} and below {Percent(below)}",
        ({ } least, null) => $"at least {Percent(least)}",
        _ => $"below {Percent(Below.GetValueOrDefault())}",
    };

    public override bool Holds(PolicyCase effect) =>
        (AtLeast is not { } least || effect.Confidence >= least) && (Below is not { } below || effect.Confidence < below);

    public override string Actual(PolicyCase effect) => Percent(effect.Confidence);

    private static string Percent(Confidence confidence) =>
        string.Create(CultureInfo.InvariantCulture, $"{confidence.Permille / 10m:0.#}%");
}
