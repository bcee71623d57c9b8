namespace AiOs.Kernel.Effects;

/// <summary>What a kind of effect declares about its attempts.</summary>
/// <param name="Timeout">How long one attempt may take.</param>
/// <param name="SettleTime">How long after a lost answer the outside can be asked.</param>
/// <param name="NotFoundIsProof">Whether "not found" then proves that it did not happen.</param>
internal sealed record EffectTerms(TimeSpan Timeout, TimeSpan SettleTime, bool NotFoundIsProof)
{
    /// <summary>Whether the same key does nothing a second time however much later.</summary>
    public bool KeepsKeys { get; init; }
}
