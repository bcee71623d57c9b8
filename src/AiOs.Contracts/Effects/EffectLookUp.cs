namespace AiOs.Contracts.Effects;

/// <summary>What the outside says of an attempt whose answer was lost.</summary>
public abstract record EffectLookUp
{
    private EffectLookUp()
    {
    }

    /// <summary>It is there, so it happened.</summary>
    /// <param name="Reference">What names it outside; may hold personal data.</param>
    /// <param name="Sentence">What happened, for people.</param>
    public sealed record Found(string Reference, string Sentence) : EffectLookUp;

    /// <summary>It is not there. Whether that proves anything is for the kind to say.</summary>
    public sealed record NotFound : EffectLookUp;

    /// <summary>The outside could not be asked.</summary>
    /// <param name="Sentence">Why.</param>
    public sealed record CannotTell(string Sentence) : EffectLookUp;
}
