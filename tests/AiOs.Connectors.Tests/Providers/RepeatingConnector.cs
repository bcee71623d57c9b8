using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Connectors.Tests.Providers;

/// <summary>The broken variant: it sends again what was lost, as a transport retry does.</summary>
internal sealed class RepeatingConnector(ThingConnector inner) : IEffectConnector
{
    public EffectKind Kind => inner.Kind;

    public EffectCategory Category => inner.Category;

    public OutcomeClass OutcomeClass => inner.OutcomeClass;

    public Undo Undo => inner.Undo;

    public TimeSpan AttemptTimeout => inner.AttemptTimeout;

    public EffectPreview Preview(Effect effect) => inner.Preview(effect);

    public EffectFacts Examine(Effect effect) => inner.Examine(effect);

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        var result = await inner.PerformAsync(permit, cancellationToken);
        return result is EffectResult.Unknown ? await inner.PerformAsync(permit, cancellationToken) : result;
    }
}
