using System.Text.Json;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Records;

/// <summary><c>record.write</c>: one new version of one Record, in the Record's own stream. Keyed: the same effect is written once.</summary>
internal sealed class RecordWrite(WorkspaceJournal journal, Vault vault) : IEffectConnector
{
    public EffectKind Kind => EffectKind.RecordWrite;

    public EffectCategory Category => EffectCategory.Internal;

    public OutcomeClass OutcomeClass => OutcomeClass.Keyed;

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
        var gaps = arguments.Fields.Count == 0 ? (IReadOnlyList<string>)["no field to write"] : [];
        return new EffectPreview(
            $"Keep the {arguments.Record.Type} {arguments.Record.Key} as version {arguments.ExpectedVersion + 1}",
            [new CardBlock.Facts([.. rows]), .. InternalArguments.About(arguments.People)],
            gaps);
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
            People = [.. arguments.People.Select(vault.PersonHash).Distinct()],
            Decide = state =>
            {
                moved = state.Version;
                return state.Version == arguments.ExpectedVersion
                    ? [new RecordWritten(arguments.Record, state.Version + 1, permit.Effect.Id) { Personal = new RecordWritten.Values(arguments.Fields) }]
                    : [];
            },
        };
        var reference = arguments.Record.ToString();
        return await journal.AppendUntilTakenAsync(request, cancellationToken) is AppendResult.Nothing
            ? new EffectResult.Failed($"The {arguments.Record.Type} is at version {moved} by now and was not written over.", MayRetry: false)
            : new EffectResult.Done(reference, $"Kept as version {arguments.ExpectedVersion + 1} of {reference}.");
    }

    private static string OriginOf(Contracts.Records.RecordField field) => field.Provenance switch
    {
        Contracts.Approvals.Provenance.External => "from the message",
        Contracts.Approvals.Provenance.Operator => "from you",
        Contracts.Approvals.Provenance.Record => "from a Record",
        _ => "worked out",
    };
}
