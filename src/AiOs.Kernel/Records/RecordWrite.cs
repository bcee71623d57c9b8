using System.Text.Json;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Negotiations;
using AiOs.Contracts.Records.Owners;
using AiOs.Contracts.Records.Schemas;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Grounding;
using AiOs.Kernel.Grounding.Reading;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Ledger;

namespace AiOs.Kernel.Records;

/// <summary><c>record.write</c>: one new version of one Record, in the Record's own stream.</summary>
internal sealed class RecordWrite(WorkspaceJournal journal, Vault vault, AuthorityMap owners)
    : JournalEffect<RecordWriteArguments>(journal, vault, ArgumentsJson.Default.RecordWriteArguments)
{
    public override EffectKind Kind => EffectKind.RecordWrite;

    protected override string BareTitle => "Write a Record";

    /// <summary>
    /// Writes what stood there before, as one more version; nothing where somebody wrote the Record since, nor where an entry of a ledger would go.
    /// </summary>
    public override async Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken)
    {
        if (Read(effect) is not { } arguments)
        {
            return null;
        }

        var stream = StreamId.Of(arguments.Record);
        var commits = await Journal.ReadStreamAsync(stream, cancellationToken);
        if (commits.Count != arguments.ExpectedVersion + 1)
        {
            return null;
        }

        var before = (RecordState)commits.SkipLast(1).Aggregate(Aggregates.Empty(stream), (state, commit) => state.Apply(commit));
        var back = new RecordWriteArguments
        {
            Record = arguments.Record,
            ExpectedVersion = commits.Count,
            Fields = arguments.Fields.Keys.Union(arguments.Removed ?? []).Where(before.Fields.ContainsKey).ToDictionary(field => field, field => before.Fields[field]),
            Removed = [.. arguments.Fields.Keys.Where(field => !before.Fields.ContainsKey(field))],
            ValidFrom = arguments.ValidFrom,
            ValidTo = arguments.ValidTo,
            Reason = "taken back",
            People = arguments.People,
        };
        return LedgerFault(arguments.Record, new Dictionary<string, RecordField>(arguments.Fields), back.Fields, back.Removed) is not null
            ? null
            : new EffectDraft(EffectKind.RecordWrite, JsonSerializer.Serialize(back, ArgumentsJson.Default.RecordWriteArguments));
    }

    protected override EffectPreview Preview(RecordWriteArguments arguments)
    {
        var rows = arguments.Fields.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => new Fact(field.Key, $"{field.Value.Value} ({OriginOf(field.Value)})"));
        var removed = (arguments.Removed ?? []).Select(field => new Fact(field, "is taken away"));
        return new EffectPreview(
            $"Keep the {arguments.Record.Type} {arguments.Record.Key} as version {arguments.ExpectedVersion + 1}",
            [new CardBlock.Facts([.. rows, .. removed, .. Terms(arguments)]), .. About(arguments.People), .. Missing(arguments)],
            GapsIn(arguments));
    }

    protected override EffectFacts Examine(RecordWriteArguments arguments) => new()
    {
        Counterparty = arguments.People is [var first, ..] ? first : null,
        Values = [.. arguments.Fields.SelectMany(field => ClaimedBy(arguments.Record, field.Key, field.Value).Concat(OwnedIn(arguments.Record, field.Key, field.Value)))],
    };

    protected override StreamId StreamOf(RecordWriteArguments arguments, EffectId effect) => StreamId.Of(arguments.Record);

    protected override IReadOnlyList<JournalEvent> Decide(RecordWriteArguments arguments, EffectId effect, Standpoint at, out string refused)
    {
        var record = at.State as RecordState;
        refused = at.State.Version != arguments.ExpectedVersion ? $"The {arguments.Record.Type} is at version {at.State.Version} by now and was not written over."
            : record?.Into is { } into ? $"{arguments.Record} was merged into {into}; write there."
            : record is not null && LedgerFault(arguments.Record, record.Fields, arguments.Fields, arguments.Removed ?? []) is { } fault ? fault
            : string.Empty;
        var values = new RecordWritten.Values(arguments.Fields)
        {
            Removed = arguments.Removed,
            ValidFrom = arguments.ValidFrom,
            ValidTo = arguments.ValidTo,
            Reason = arguments.Reason,
            People = OrNothing([.. arguments.People, .. RecordLinks.Of(arguments.Record, arguments.Fields)]),
        };
        return refused.Length > 0 ? [] : [new RecordWritten(arguments.Record, at.State.Version + 1, effect) { Personal = values }];
    }

    protected override EffectResult.Done DoneWith(RecordWriteArguments arguments, EffectId effect)
    {
        var reference = arguments.Record.ToString();
        return new EffectResult.Done(reference, $"Kept as version {arguments.ExpectedVersion + 1} of {reference}.");
    }

    private static string? LedgerFault(
        RecordId record, IReadOnlyDictionary<string, RecordField> before, IReadOnlyDictionary<string, RecordField> written, IReadOnlyList<string> removed) =>
        record.Type == RecordType.Negotiation.Name ? NegotiationLedger.FaultIn(before, written, removed) : null;

    private IReadOnlyList<string> GapsIn(RecordWriteArguments arguments)
    {
        if (StreamId.Of(arguments.Record) == StreamId.Policy)
        {
            return ["the policy is not written as a Record"];
        }

        return arguments.Fields.Count == 0 && arguments.Removed is null or [] ? ["no field to write"]
            : arguments.ValidTo <= arguments.ValidFrom ? ["it would end before it begins"]
            : [.. RecordType.Find(arguments.Record.Type)?.FaultsIn(arguments.Fields) ?? [], .. arguments.Fields.Select(field => owners.FaultIn(arguments.Record, field.Key, field.Value)).OfType<string>()];
    }

    private static IEnumerable<Fact> Terms(RecordWriteArguments arguments) =>
    [
        .. arguments.ValidFrom is { } from ? (Fact[])[new Fact("Holds from", InstantConverter.ToText(from))] : [],
        .. arguments.ValidTo is { } to ? (Fact[])[new Fact("Holds until", InstantConverter.ToText(to))] : [],
        .. arguments.Reason is { Length: > 0 } reason ? (Fact[])[new Fact("Because", reason)] : [],
    ];

    /// <summary>A first version may be incomplete; what it lacks is said.</summary>
    private static IEnumerable<CardBlock> Missing(RecordWriteArguments arguments) =>
        arguments.ExpectedVersion == 0 && arguments.Record != RecordReader.Own && RecordType.Find(arguments.Record.Type)?.MissingIn(arguments.Fields.Keys) is { Count: > 0 } missing
            ? [new CardBlock.Hint($"Still missing: {string.Join(", ", missing.Select(rule => rule.Label))}.")]
            : [];

    /// <summary>
    /// What a field says to be confirmed. Later effects stand on it, so the claim is looked up like any value that goes out: an agent's word for where
    /// it comes from would else make ground of what stands in a mail.
    /// </summary>
    private static IEnumerable<SensitiveValue> ClaimedBy(RecordId record, string name, RecordField field) => Passages.IsConfirmed(field) && !IsSaidWhole(record, name)
        ? KindsOf(record, name).SelectMany(kind => Readings.In(kind, field.Value).Select(value => new SensitiveValue(kind, name, value)))
        : [];

    /// <summary>The words of a schedule are looked up whole and letter by letter, since they are owned; a number in them means another thing alone.</summary>
    private static bool IsSaidWhole(RecordId record, string name) => record.Type == RecordType.Schedule.Name && name is "when" or "what";

    /// <summary>A field that can hold one kind of value only is read as that kind: an account is no date.</summary>
    private static SensitiveKind[] KindsOf(RecordId record, string name) => RecordType.Find(record.Type)?.RuleOf(name)?.Form switch
    {
        FieldForm.Email => [SensitiveKind.Recipient],
        FieldForm.Iban => [SensitiveKind.BankAccount],
        FieldForm.Money => [SensitiveKind.Amount],
        FieldForm.Date => [SensitiveKind.Date],
        _ => Enum.GetValues<SensitiveKind>(),
    };

    /// <summary>What is said to be the owner's word is looked up as such, letter by letter.</summary>
    private IEnumerable<SensitiveValue> OwnedIn(RecordId record, string name, RecordField field) =>
        owners.OwnerOf(record.Type, name) != FieldOwner.Agent && Passages.IsConfirmed(field) ? [new SensitiveValue(SensitiveKind.OwnedField, name, field.Value)] : [];

    private static string OriginOf(RecordField field) => field.Provenance switch
    {
        Contracts.Approvals.Provenance.External => "from the message",
        Contracts.Approvals.Provenance.Operator => "from you",
        Contracts.Approvals.Provenance.Record => "from a Record",
        _ => "worked out",
    };
}
