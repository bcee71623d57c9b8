using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Simulation.Outside;

/// <summary>One kind of outside effect.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="Category">What it touches, which says whether it is asked.</param>
/// <param name="Class">What it promises of repeats.</param>
internal sealed record OutsideKind(EffectKind Kind, EffectCategory Category, OutcomeClass Class)
{
    public static IReadOnlyList<OutsideKind> All { get; } =
    [
        new(new EffectKind("sim.pay"), EffectCategory.Money, OutcomeClass.Keyed),
        new(new EffectKind("sim.send"), EffectCategory.Reputation, OutcomeClass.Neither),
        new(new EffectKind("sim.book"), EffectCategory.Contract, OutcomeClass.Queryable),
        new(new EffectKind("sim.file"), EffectCategory.Internal, OutcomeClass.Keyed),
        new(new EffectKind("sim.ping"), EffectCategory.Internal, OutcomeClass.Neither),
    ];
}
