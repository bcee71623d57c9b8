using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;

namespace AiOs.Kernel.Autonomy;

/// <summary>A narrow class of effects that autonomy is earned for. Its text stands in clear in the journal and names no person.</summary>
/// <param name="Agent">Who proposes.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Counterparty">What Records know of whom it touches.</param>
/// <param name="Band">What it spends.</param>
internal sealed record AutonomyClass(AgentName Agent, EffectKind Kind, CounterpartyClass Counterparty, AmountBand Band)
{
    private const int LongestName = 64;

    private const int Parts = 4;

    /// <summary>
    /// The class of an effect, such as <c>sales/calendar.book/client/0-50-eur</c>. Nothing where none can be earned: what cannot be taken back,
    /// contracts, the policy itself, merged Records, anything not grounded, and large amounts are always decided by the operator.
    /// </summary>
    public static string? Of(AutonomySubject subject)
    {
        var barred = subject.Undo is null or Undo.Final
            || subject.Category is EffectCategory.Contract
            || IsBarred(subject.Kind)
            || !subject.Grounded;
        return !barred && AmountBand.Of(subject.Cost) is { } band && IsName(subject.Agent.Value) && IsName(subject.Kind.Value)
            ? new AutonomyClass(subject.Agent, subject.Kind, subject.Counterparty, band).ToString()
            : null;
    }

    /// <summary>Reads what <see cref="ToString"/> writes; nothing where the text is not exactly one.</summary>
    public static AutonomyClass? Parse(string? text)
    {
        if (text?.Split('/') is not { Length: Parts } parts || !IsName(parts[0]) || !IsName(parts[1]) || IsBarred(new EffectKind(parts[1])))
        {
            return null;
        }

        return KebabEnumConverter<CounterpartyClass>.Parse(parts[2]) is { } counterparty && AmountBand.Parse(parts[3]) is { } band
            ? new AutonomyClass(new AgentName(parts[0]), new EffectKind(parts[1]), counterparty, band)
            : null;
    }

    public override string ToString() => $"{Agent}/{Kind}/{KebabEnumConverter<CounterpartyClass>.ToText(Counterparty)}/{Band}";

    private static bool IsBarred(EffectKind kind) =>
        kind == EffectKind.PolicyChange || kind == EffectKind.RecordMerge || kind == EffectKind.RecordUnmerge;

    private static bool IsName(string? text) =>
        text is { Length: > 0 and <= LongestName } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or ':');
}
