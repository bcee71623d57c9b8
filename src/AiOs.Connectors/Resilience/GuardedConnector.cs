using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;

namespace AiOs.Connectors.Resilience;

/// <summary>A connector behind its guard. Says of itself what the connector says.</summary>
/// <typeparam name="TConnector">The connector, which also knows how it is probed.</typeparam>
internal sealed class GuardedConnector<TConnector>(TConnector inner, ConnectorGuard guard) : IEffectConnector
    where TConnector : IEffectConnector, IReadProbe
{
    public EffectKind Kind => inner.Kind;

    public EffectCategory Category => inner.Category;

    public OutcomeClass OutcomeClass => inner.OutcomeClass;

    public bool KeepsKeys => inner.KeepsKeys;

    public Undo Undo => inner.Undo;

    public TimeSpan AttemptTimeout => inner.AttemptTimeout;

    public TimeSpan SettleTime => inner.SettleTime;

    public bool NotFoundIsProof => inner.NotFoundIsProof;

    public EffectPreview Preview(Effect effect) => inner.Preview(effect);

    public EffectFacts Examine(Effect effect) => inner.Examine(effect);

    public Task<EffectLookUp> LookUpAsync(Effect effect, string key, CancellationToken cancellationToken) =>
        guard.ReadAsync(token => inner.LookUpAsync(effect, key, token), cancellationToken);

    public Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken) =>
        inner.CompensationAsync(effect, reference, cancellationToken);

    public Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken) =>
        guard.WriteAsync(token => inner.PerformAsync(permit, token), inner, cancellationToken);
}
