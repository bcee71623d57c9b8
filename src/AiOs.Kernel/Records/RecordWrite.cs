using System.Text.Json;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Grounding;
using AiOs.Kernel.Grounding.Reading;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Records;

/// <summary><c>record.write</c>: one new version of one Record, in the Record's own stream. Keyed: the same effect is written once.</summary>
internal sealed class RecordWrite(WorkspaceJournal journal, Vault vault) : IEffectConnector
{
    public EffectKind Kind => EffectKind.RecordWrite;

    public EffectCategory Category => EffectCategory.Internal;

    public OutcomeClass OutcomeClass => OutcomeClass.Keyed;

    /// <summary>What an older copy does not hold is missing in its journal, so making it again is right.</summary>
    public bool KeepsKeys => true;

    public Undo Undo => Undo.Compensable;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(30);

    public EffectPreview Preview(Effect effect)
    {
        if (InternalArguments.Read(effect, ArgumentsJson.Default.RecordWriteArguments) is not { } arguments)
        {
            return InternalArguments.Unreadable("Write a Record");
        }

        var rows = arguments.Fields.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => new Fact(field.Key, $"{field.Value.Value} ({OriginOf(field.Value)})"));
        var removed = (arguments.Removed ?? []).Select(field => new Fact(field, "is taken away"));
        IReadOnlyList<string> gaps = StreamId.Of(arguments.Record) == StreamId.Policy ? ["the policy is not written as a Record"]
            : arguments.Fields.Count == 0 && arguments.Removed is null or [] ? ["no field to write"]
            : [];
        return new EffectPreview(
            $"Keep the {arguments.Record.Type} {arguments.Record.Key} as version {arguments.ExpectedVersion + 1}",
            [new CardBlock.Facts([.. rows, .. removed]), .. InternalArguments.About(arguments.People)],
            gaps);
    }

    public EffectFacts Examine(Effect effect) => InternalArguments.Read(effect, ArgumentsJson.Default.RecordWriteArguments) is { } arguments
        ? new EffectFacts { Counterparty = arguments.People is [var first, ..] ? first : null, Values = [.. arguments.Fields.SelectMany(field => ClaimedBy(field.Key, field.Value))] }
        : EffectFacts.None;

    /// <summary>Writes what stood there before, as one more version; nothing where somebody wrote the Record since.</summary>
    public async Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken)
    {
        if (InternalArguments.Read(effect, ArgumentsJson.Default.RecordWriteArguments) is not { } arguments)
        {
            return null;
        }

        var stream = StreamId.Of(arguments.Record);
        var commits = await journal.ReadStreamAsync(stream, cancellationToken);
        if (commits.Count != arguments.ExpectedVersion + 1)
        {
            return null;
        }

        var before = (RecordState)commits.SkipLast(1).Aggregate(Aggregates.Empty(stream), (state, commit) => state.Apply(commit));
        var back = new RecordWriteArguments
        {
            Record = arguments.Record,
            ExpectedVersion = commits.Count,
            Fields = arguments.Fields.Keys.Concat(arguments.Removed ?? []).Where(before.Fields.ContainsKey).ToDictionary(field => field, field => before.Fields[field]),
            Removed = [.. arguments.Fields.Keys.Where(field => !before.Fields.ContainsKey(field))],
            People = arguments.People,
        };
        return new EffectDraft(EffectKind.RecordWrite, JsonSerializer.Serialize(back, ArgumentsJson.Default.RecordWriteArguments));
    }

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        var arguments = InternalArguments.Read(permit.Effect, ArgumentsJson.Default.RecordWriteArguments)
            ?? throw new JsonException("The arguments of a record.write that was allowed cannot be read.");
        var moved = 0L;
        var request = new AppendRequest
        {
            Stream = StreamId.Of(arguments.Record),
            Cause = "effect/" + permit.Effect.Id,
            Dedupe = vault.DedupeHash(permit.Key),
            Decide = at =>
            {
                moved = at.State.Version;
                return at.State.Version == arguments.ExpectedVersion
                    ? [new RecordWritten(arguments.Record, at.State.Version + 1, permit.Effect.Id) { Personal = new RecordWritten.Values(arguments.Fields) { Removed = arguments.Removed, People = arguments.People is { Count: > 0 } people ? people : null } }]
                    : [];
            },
        };
        var reference = arguments.Record.ToString();
        return await journal.AppendUntilTakenAsync(request, cancellationToken) is AppendResult.Nothing
            ? new EffectResult.Failed($"The {arguments.Record.Type} is at version {moved} by now and was not written over.", MayRetry: false)
            : new EffectResult.Done(reference, $"Kept as version {arguments.ExpectedVersion + 1} of {reference}.");
    }

    /// <summary>
    /// What a field says to be confirmed. Later effects stand on it, so the claim is looked up like any value that goes out: an agent's word for where
    /// it comes from would else make ground of what stands in a mail.
    /// </summary>
    private static IEnumerable<SensitiveValue> ClaimedBy(string name, Contracts.Records.RecordField field) => Passages.IsConfirmed(field)
        ? Enum.GetValues<SensitiveKind>().SelectMany(kind => Readings.In(kind, field.Value).Select(value => new SensitiveValue(kind, name, value)))
        : [];

    private static string OriginOf(Contracts.Records.RecordField field) => field.Provenance switch
    {
        Contracts.Approvals.Provenance.External => "from the message",
        Contracts.Approvals.Provenance.Operator => "from you",
        Contracts.Approvals.Provenance.Record => "from a Record",
        _ => "worked out",
    };
}
