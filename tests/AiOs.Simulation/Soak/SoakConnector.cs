using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Simulation.Soak;

/// <summary>A Keyed system outside that only counts, so that what grows is not it.</summary>
internal sealed class SoakConnector : IEffectConnector
{
    private long _done;

    public static EffectKind Pay { get; } = new("sim.pay");

    public long Done => Interlocked.Read(ref _done);

    public EffectKind Kind => Pay;

    public EffectCategory Category => EffectCategory.Money;

    public OutcomeClass OutcomeClass => OutcomeClass.Keyed;

    public Undo Undo => Undo.Final;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromMinutes(1);

    public EffectPreview Preview(Effect effect) => new("Pay", [], []);

    public EffectFacts Examine(Effect effect) => EffectFacts.None;

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Interlocked.Increment(ref _done);
        return new EffectResult.Done(permit.Key, "It is paid.");
    }
}
