using AiOs.Contracts.Approvals;

namespace AiOs.Kernel.Grounding;

/// <summary>How far an effect stands on what the operator or a Record said.</summary>
internal static class Footing
{
    /// <summary>Neither somebody outside nor a model can ground a value.</summary>
    public static bool IsGrounded(Provenance provenance) => provenance is Provenance.Record or Provenance.Operator;

    /// <summary>The least of all values: External, Model, Record, Operator. Nothing sensitive counts as the operator's.</summary>
    public static Provenance Weakest(this EffectGrounds grounds) =>
        grounds.Values.Select(value => value.Provenance).Where(Enum.IsDefined).DefaultIfEmpty(Provenance.Operator).Min();

    /// <summary>The arguments that nothing of the operator's confirms, each once, in order.</summary>
    public static IReadOnlyList<string> UngroundedNames(this EffectGrounds grounds) =>
        [.. grounds.Values.Where(value => !IsGrounded(value.Provenance)).Select(value => value.Name).Distinct()];
}
