using System.Text.Json;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Ledger;

namespace AiOs.Kernel.Records;

/// <summary>
/// <c>record.merge</c>: one Record gives way to another one of its type. Only what is not merged can be merged, into what is not merged either, so the
/// ways from one Record to the next never close to a ring.
/// </summary>
internal sealed class RecordMerge(WorkspaceJournal journal, Vault vault)
    : JournalEffect<RecordMergeArguments>(journal, vault, ArgumentsJson.Default.RecordMergeArguments)
{
    public override EffectKind Kind => EffectKind.RecordMerge;

    protected override string BareTitle => "Merge two Records";

    public override Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken)
    {
        var back = Read(effect) is { } arguments
            ? new EffectDraft(
                EffectKind.RecordUnmerge,
                JsonSerializer.Serialize(arguments with { ExpectedVersion = arguments.ExpectedVersion + 1, LeftBehind = null }, ArgumentsJson.Default.RecordMergeArguments))
            : null;
        return Task.FromResult(back);
    }

    protected override EffectPreview Preview(RecordMergeArguments arguments)
    {
        var left = (arguments.LeftBehind ?? new Dictionary<string, string>()).OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => new Fact("Left behind", $"{field.Key}: {field.Value}"));
        return new EffectPreview(
            $"Merge {arguments.Record} into {arguments.Into}",
            [new CardBlock.Facts([new Fact("Gives way", $"{arguments.Record}, version {arguments.ExpectedVersion}"), new Fact("Stays", arguments.Into.ToString()), .. left]), .. About(arguments.People)],
            GapsIn(arguments));
    }

    protected override StreamId StreamOf(RecordMergeArguments arguments, EffectId effect) => StreamId.Of(arguments.Record);

    protected override IEnumerable<StreamId> ReadsOf(RecordMergeArguments arguments) => [StreamId.Of(arguments.Into)];

    protected override IReadOnlyList<JournalEvent> Decide(RecordMergeArguments arguments, EffectId effect, Standpoint at, out string refused)
    {
        var stays = at.Others.GetValueOrDefault(StreamId.Of(arguments.Into)) as RecordState;
        refused = at.State is not RecordState { Version: > 0 } record || stays is not { Version: > 0 } ? "One of the two Records is not there."
            : record.Into is { } already ? $"{arguments.Record} was merged into {already} before."
            : stays.Into is { } further ? $"{arguments.Into} was itself merged into {further}; merge into that one."
            : record.Version != arguments.ExpectedVersion ? $"{arguments.Record} is at version {record.Version} by now and was not merged."
            : string.Empty;
        return refused.Length > 0 ? [] : [new RecordMerged(arguments.Record, at.State.Version + 1, effect, arguments.Into) { Personal = new RecordMerged.Words(arguments.People) }];
    }

    protected override EffectResult.Done DoneWith(RecordMergeArguments arguments, EffectId effect) =>
        new(arguments.Into.ToString(), $"{arguments.Record} leads to {arguments.Into} now.");

    private static IReadOnlyList<string> GapsIn(RecordMergeArguments arguments) =>
        arguments.Record == arguments.Into ? ["a Record is not merged into itself"]
        : arguments.Record.Type != arguments.Into.Type ? [$"a {arguments.Record.Type} is not merged into a {arguments.Into.Type}"]
        : arguments.Record.Type is "policy" or "negotiation" ? [$"a {arguments.Record.Type} is never merged"]
        : [];
}
