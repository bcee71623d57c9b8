using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;

namespace AiOs.Kernel.Policy;

/// <summary>The policy that decides, with its version.</summary>
/// <param name="Version">How it is cited: <c>policy/main@3</c>.</param>
internal sealed record PolicyInForce(string Version)
{
    /// <summary>What holds while no policy was ever adopted.</summary>
    public static PolicyInForce BuiltIn { get; } = new(DefaultPolicy.Version);

    public TimeSpan ExpireAfter { get; init; } = TimeSpan.FromDays(7);

    public TimeSpan CoolOff { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan UndoFor { get; init; } = TimeSpan.FromDays(1);

    public IReadOnlyList<LadderRung> Ladder { get; init; } = [];

    public Func<EffectCategory, Verdict> Judge { get; init; } = DefaultPolicy.Judge;

    public IReadOnlyList<LadderRung> LadderFrom(DateTimeOffset asked) => [.. Ladder.Where(rung => rung.At > asked)];
}
