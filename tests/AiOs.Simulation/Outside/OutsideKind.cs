using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Simulation.Outside;

/// <summary>One kind of outside effect.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="Category">What it touches, which says whether it is asked.</param>
/// <param name="Class">What it promises of repeats.</param>
internal sealed record OutsideKind(EffectKind Kind, EffectCategory Category, OutcomeClass Class)
{
    private static readonly EffectKind Back = new("sim.back");
    private static readonly EffectKind Cancel = new("sim.cancel");

    /// <summary>What agents propose.</summary>
    public static IReadOnlyList<OutsideKind> Proposed { get; } =
    [
        new(new EffectKind("sim.pay"), EffectCategory.Money, OutcomeClass.Keyed) { Spends = true },
        new(new EffectKind("sim.send"), EffectCategory.Reputation, OutcomeClass.Neither),
        new(new EffectKind("sim.book"), EffectCategory.Contract, OutcomeClass.Queryable) { NotFoundIsProof = true, Opposite = Cancel },
        new(new EffectKind("sim.file"), EffectCategory.Internal, OutcomeClass.Keyed) { Opposite = Back },
        new(new EffectKind("sim.ping"), EffectCategory.Internal, OutcomeClass.Neither),
        new(new EffectKind("sim.wire"), EffectCategory.Money, OutcomeClass.Queryable) { NotFoundIsProof = true, Spends = true, Opposite = Cancel },
        new(new EffectKind("sim.post"), EffectCategory.Reputation, OutcomeClass.Queryable) { Opposite = Back },
        new(new EffectKind("sim.like"), EffectCategory.Reputation, OutcomeClass.Keyed) { Opposite = Back },
    ];

    /// <summary>All there are, with those that only take something back.</summary>
    public static IReadOnlyList<OutsideKind> All { get; } =
    [
        .. Proposed,
        new(Back, EffectCategory.Internal, OutcomeClass.Keyed),
        new(Cancel, EffectCategory.Contract, OutcomeClass.Keyed),
    ];

    /// <summary>Whether it costs money.</summary>
    public bool Spends { get; init; }

    /// <summary>What takes it back; nothing where it is final.</summary>
    public EffectKind? Opposite { get; init; }

    /// <summary>Whether "not found" is proof, as the outside says of itself.</summary>
    public bool NotFoundIsProof { get; init; }
}
