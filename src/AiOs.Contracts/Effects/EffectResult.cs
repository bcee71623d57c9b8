namespace AiOs.Contracts.Effects;

/// <summary>How one attempt ended.</summary>
public abstract record EffectResult
{
    private EffectResult()
    {
    }

    /// <summary>It happened.</summary>
    /// <param name="Reference">What names it outside, such as a Message-ID or a file; may hold personal data.</param>
    /// <param name="Sentence">What happened, for people: <c>not sent, written to …</c>.</param>
    public sealed record Done(string Reference, string Sentence) : EffectResult;

    /// <summary>It did not happen, and certainly so.</summary>
    /// <param name="Sentence">What was wrong and what to do.</param>
    /// <param name="MayRetry">Whether the fault is passing, so that asking again makes sense.</param>
    /// <param name="RetryAfter">How long to wait at least before it is asked again, where the outside said so.</param>
    public sealed record Failed(string Sentence, bool MayRetry, TimeSpan? RetryAfter = null) : EffectResult;

    /// <summary>Nothing outside was called at all: the part is resting after faults, or is full. It is tried later and counts as no attempt.</summary>
    /// <param name="Sentence">Why.</param>
    /// <param name="Until">When to try again, UTC.</param>
    public sealed record NotTried(string Sentence, DateTimeOffset Until) : EffectResult;

    /// <summary>Nobody can tell whether it happened.</summary>
    /// <param name="Sentence">What is known.</param>
    public sealed record Unknown(string Sentence) : EffectResult;
}
