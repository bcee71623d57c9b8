using AiOs.Contracts.Ids;

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

    /// <summary>Makes one attempt.</summary>
    /// <param name="permit">The kernel's leave; carries the bytes.</param>
    /// <param name="cancellationToken">Ends the attempt; the result is then Unknown unless it is certain that nothing happened.</param>
    /// <returns>How it ended. Throws only where nothing can have happened outside.</returns>
    Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken);
}
