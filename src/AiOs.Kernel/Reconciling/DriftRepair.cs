using AiOs.Contracts.Approvals;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Owners;
using AiOs.Contracts.Records.Schemas;

namespace AiOs.Kernel.Reconciling;

/// <summary>What to do about a drift, as things stand now. Pure.</summary>
/// <param name="Summary">In one sentence.</param>
/// <param name="Value">What to write; nothing where nothing is to be written.</param>
/// <param name="Question">What the operator has to say first; nothing where a tap is enough.</param>
internal sealed record DriftRepair(string Summary, RecordField? Value, string? Question)
{
    private const string Keep = "keep";

    public static DriftRepair Nothing(string summary) => new(summary, null, null);

    /// <summary>Decides.</summary>
    /// <param name="drift">What was found.</param>
    /// <param name="now">The Record as it is now; nothing where there is none.</param>
    /// <param name="owner">Whose the field is to say.</param>
    /// <param name="words">What the operator said last, where they did.</param>
    public static DriftRepair Of(Occasion.DriftFound drift, RecordSnapshot? now, FieldOwner owner, string? words)
    {
        var ours = now?.Fields.GetValueOrDefault(drift.Field)?.Value;
        if (ours == drift.Theirs)
        {
            return Nothing($"{drift.Record} and {drift.Connector} say the same by now.");
        }

        if (words?.Trim() is { Length: > 0 } said)
        {
            return OfWords(drift, ours, said);
        }

        return owner == FieldOwner.Agent
            ? new DriftRepair(
                $"Write what {drift.Connector} says: {drift.Field} of {drift.Record} is {ours ?? "empty"} here and {drift.Theirs} there.",
                new RecordField(drift.Theirs, Provenance.External),
                null)
            : new DriftRepair($"{drift.Connector} differs in a field that is for {owner.Words} to say.", null, Ask(drift, ours, string.Empty));
    }

    private static DriftRepair OfWords(Occasion.DriftFound drift, string? ours, string said)
    {
        if (said.Equals(Keep, StringComparison.OrdinalIgnoreCase) || said == ours)
        {
            return Nothing($"{drift.Field} of {drift.Record} stays as it is.");
        }

        return RecordType.Find(drift.Record.Type)?.RuleOf(drift.Field)?.FaultIn(said) is { } fault
            ? new DriftRepair("What you wrote cannot stand there.", null, Ask(drift, ours, $"This cannot stand there: {fault}. "))
            : new DriftRepair($"Write what you said: {drift.Field} of {drift.Record} is {said}.", new RecordField(said, Provenance.Operator), null);
    }

    private static string Ask(Occasion.DriftFound drift, string? ours, string before) =>
        $"{before}What is right for {drift.Field} of {drift.Record}: {ours ?? "nothing"}, as it stands here, or {drift.Theirs}, as {drift.Connector} says? Type the value, or \"{Keep}\".";
}
