using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Owners;
using AiOs.Kernel.WorkItems;
using AiOs.Kernel.WorkItems.Routines;

namespace AiOs.Kernel.Reconciling;

/// <summary>
/// Prepares the repair of a drift: the outside value at the version that stands now, for one tap. What is the operator's or another system's to say is
/// asked for in words, since no tap on a system's value makes it theirs.
/// </summary>
internal sealed class DriftRoutine(IRecords records, AuthorityMap owners) : IRoutine
{
    public bool Fits(WorkItem item) => item.Content?.Occasion is Occasion.DriftFound;

    public async Task<RoutineDraft> DraftAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var drift = (Occasion.DriftFound)item.Content!.Occasion!;
        var now = await records.FindAsync(drift.Record, cancellationToken);
        var draft = now is not null && now.Id != drift.Record
            ? DriftRepair.Nothing($"{drift.Record} was merged into {now.Id}; nothing is left to repair.")
            : DriftRepair.Of(drift, now, owners.OwnerOf(drift.Record.Type, drift.Field), item.WordsForDraft is [.., var words] ? words : null);
        return new RoutineDraft(AgentName.Reconciliation, Drafted(draft, drift, now, item.Content.Recipients))
        {
            Read = now is null ? [] : [now],
        };
    }

    private static ProposalDraft Drafted(DriftRepair repair, Occasion.DriftFound drift, RecordSnapshot? now, IReadOnlyList<Mailbox> people) => new()
    {
        Summary = repair.Summary,
        Reasons = [$"{drift.Connector} was read and compared with {drift.Record}"],
        Confidence = Confidence.Certain,
        Question = repair.Question,
        Evidence = now?.Fields.GetValueOrDefault(drift.Field) is { } there
            ? [new Evidence($"record {drift.Record}", now.Version, there.Value, there.Provenance), Said(drift)]
            : [Said(drift)],
        Effects = repair.Value is { } value ? [Write(drift, now, value, people)] : [],
    };

    private static Evidence Said(Occasion.DriftFound drift) => new($"connector {drift.Connector}", Version: null, drift.Theirs, Provenance.External);

    private static EffectDraft Write(Occasion.DriftFound drift, RecordSnapshot? now, RecordField value, IReadOnlyList<Mailbox> people)
    {
        var arguments = new RecordWriteArguments
        {
            Record = drift.Record,
            ExpectedVersion = now?.Version ?? 0,
            Fields = new Dictionary<string, RecordField> { [drift.Field] = value },
            Reason = value.Provenance is Provenance.Operator ? $"You said so when {drift.Connector} differed." : $"{drift.Connector} says so.",
            People = [.. people.Select(person => person.Address)],
        };
        return new EffectDraft(EffectKind.RecordWrite, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.RecordWriteArguments));
    }
}
