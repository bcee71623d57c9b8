using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;

namespace AiOs.Simulation.Controls;

/// <summary>A connector that changes what it is given, or what it says.</summary>
internal sealed class BrokenConnector(IEffectConnector inner, Func<Permit, int, Permit> permitOf, Func<EffectResult, EffectResult> resultOf) : IEffectConnector
{
    private int _calls;

    public EffectKind Kind => inner.Kind;

    public EffectCategory Category => inner.Category;

    public OutcomeClass OutcomeClass => inner.OutcomeClass;

    public Undo Undo => inner.Undo;

    public TimeSpan AttemptTimeout => inner.AttemptTimeout;

    public EffectPreview Preview(Effect effect) => inner.Preview(effect);

    public TimeSpan SettleTime => inner.SettleTime;

    public bool NotFoundIsProof => inner.NotFoundIsProof;

    public EffectFacts Examine(Effect effect) => inner.Examine(effect);

    public Task<EffectLookUp> LookUpAsync(Effect effect, string key, CancellationToken cancellationToken) => inner.LookUpAsync(effect, key, cancellationToken);

    public Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken) => inner.CompensationAsync(effect, reference, cancellationToken);

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken) =>
        resultOf(await inner.PerformAsync(permitOf(permit, ++_calls), cancellationToken));
}
