using System.Text;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;

namespace AiOs.Testing.Broken;

/// <summary>A note of an agent that is kept as if the operator had said it.</summary>
/// <param name="inner">What it really is.</param>
/// <param name="notes">Where the operator's own notes are kept.</param>
internal sealed class OwnNote(IEffectConnector inner, INotebook notes) : IEffectConnector
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
        var kept = await notes.RememberAsync(Encoding.UTF8.GetString(permit.Effect.Bytes.Span), ChannelName.Web, "nobody", cancellationToken);
        return new EffectResult.Done(permit.Key, kept.Sentence);
    }
}
