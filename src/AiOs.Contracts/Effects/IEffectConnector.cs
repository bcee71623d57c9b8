using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;

namespace AiOs.Contracts.Effects;

/// <summary>One kind of effect: what it is, how it reads to a person, and how it is done.</summary>
public interface IEffectConnector
{
    /// <summary>The kind it does.</summary>
    EffectKind Kind { get; }

    /// <summary>What it touches.</summary>
    EffectCategory Category { get; }

    /// <summary>What can be known when an answer is lost.</summary>
    OutcomeClass OutcomeClass { get; }

    /// <summary>How it can be taken back.</summary>
    Undo Undo { get; }

    /// <summary>How long one attempt may take.</summary>
    TimeSpan AttemptTimeout { get; }

    /// <summary>Shows the exact bytes to a person, and names what is missing in them. Reads nothing else and changes nothing.</summary>
    /// <param name="effect">The effect.</param>
    /// <returns>What the operator sees.</returns>
    EffectPreview Preview(Effect effect);

    /// <summary>
    /// How long after a lost answer the outside needs until it can be asked what became of it. Only for <see cref="OutcomeClass.Queryable"/>.
    /// </summary>
    TimeSpan SettleTime => TimeSpan.Zero;

    /// <summary>
    /// Whether "not found" after the settle time proves that it did not happen. False by default, and always false where money is involved
    /// or where we file the copy ourselves.
    /// </summary>
    bool NotFoundIsProof => false;

    /// <summary>
    /// Whether the same key does nothing a second time however much later, so that an attempt may be made again after the workspace was
    /// restored from an older copy. False by default: most providers forget keys after some days.
    /// </summary>
    bool KeepsKeys => false;

    /// <summary>Reads from the exact bytes whom and what the effect touches. Reads nothing else and changes nothing; never throws.</summary>
    /// <param name="effect">The effect.</param>
    /// <returns>What the kernel looks up and judges by.</returns>
    EffectFacts Examine(Effect effect);

    /// <summary>Asks the outside by our reference what became of an attempt. A read: it changes nothing and may be repeated.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="key">The idempotency key that the attempt carried.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the outside says.</returns>
    Task<EffectLookUp> LookUpAsync(Effect effect, string key, CancellationToken cancellationToken) =>
        Task.FromResult<EffectLookUp>(new EffectLookUp.CannotTell("There is nothing to ask here."));

    /// <summary>
    /// The second effect that takes an effect back, made from what is known after it happened. A read: it changes nothing.
    /// It is judged, asked and run like any other effect.
    /// </summary>
    /// <param name="effect">The effect that happened.</param>
    /// <param name="reference">What names it outside, as its result said.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The effect, or nothing where it cannot be taken back (any more).</returns>
    Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken) =>
        Task.FromResult<EffectDraft?>(null);

    /// <summary>Makes one attempt.</summary>
    /// <param name="permit">The kernel's leave; carries the bytes.</param>
    /// <param name="cancellationToken">Ends the attempt; the result is then Unknown unless it is certain that nothing happened.</param>
    /// <returns>How it ended. Throws only where nothing can have happened outside.</returns>
    Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken);
}
