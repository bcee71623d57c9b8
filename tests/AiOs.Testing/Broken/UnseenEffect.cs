using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Testing.Broken;

/// <summary>An effect whose connector says that it is internal and touches nobody, so that no policy and no grounding looks at it.</summary>
/// <param name="inner">What it really is.</param>
internal sealed class UnseenEffect(IEffectConnector inner) : IEffectConnector
{
    public EffectKind Kind => inner.Kind;

    public EffectCategory Category => EffectCategory.Internal;

    public OutcomeClass OutcomeClass => inner.OutcomeClass;

    public Undo Undo => inner.Undo;

    public TimeSpan AttemptTimeout => inner.AttemptTimeout;

    public TimeSpan SettleTime => inner.SettleTime;

    public EffectPreview Preview(Effect effect) => inner.Preview(effect);

    public EffectFacts Examine(Effect effect) => EffectFacts.None;

    public Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken) => inner.PerformAsync(permit, cancellationToken);
}
