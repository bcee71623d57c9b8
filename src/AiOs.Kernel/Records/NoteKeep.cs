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

/// <summary><c>note.keep</c>: one note in the workspace's knowledge. Keyed: the same effect keeps one note.</summary>
internal sealed class NoteKeep(WorkspaceJournal journal, Vault vault) : IEffectConnector
{
    public EffectKind Kind => EffectKind.NoteKeep;

    public EffectCategory Category => EffectCategory.Internal;

    public OutcomeClass OutcomeClass => OutcomeClass.Keyed;

    /// <summary>What an older copy does not hold is missing in its journal, so making it again is right.</summary>
    public bool KeepsKeys => true;

    public Undo Undo => Undo.Compensable;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(30);

    public EffectPreview Preview(Effect effect)
    {
        if (InternalArguments.Read(effect, ArgumentsJson.Default.NoteKeepArguments) is not { } arguments)
        {
            return InternalArguments.Unreadable("Keep a note");
        }

        var gaps = string.IsNullOrWhiteSpace(arguments.Text) ? (IReadOnlyList<string>)["the note is empty"] : [];
        return new EffectPreview($"Keep a note: {arguments.Title}", [new CardBlock.Quote("The note", arguments.Text), .. InternalArguments.About(arguments.People)], gaps);
    }

    public EffectFacts Examine(Effect effect) =>
        InternalArguments.Read(effect, ArgumentsJson.Default.NoteKeepArguments) is { People: [var first, ..] } ? new EffectFacts { Counterparty = first } : EffectFacts.None;

    public Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken)
    {
        var title = InternalArguments.Read(effect, ArgumentsJson.Default.NoteKeepArguments)?.Title ?? "a note";
        var withdraw = new NoteWithdrawArguments(effect.Id, title);
        return Task.FromResult<EffectDraft?>(new EffectDraft(EffectKind.NoteWithdraw, JsonSerializer.Serialize(withdraw, ArgumentsJson.Default.NoteWithdrawArguments)));
    }

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        var arguments = InternalArguments.Read(permit.Effect, ArgumentsJson.Default.NoteKeepArguments)
            ?? throw new JsonException("The arguments of a note.keep that was allowed cannot be read.");
        var request = new AppendRequest
        {
            Stream = StreamId.OfKnowledge(permit.Effect.Id),
            Cause = "effect/" + permit.Effect.Id,
            Dedupe = vault.DedupeHash(permit.Key),
            Decide = _ => [new NoteKept(permit.Effect.Id) { Personal = new NoteKept.Words(arguments.Title, arguments.Text) { People = arguments.People is { Count: > 0 } people ? people : null } }],
        };
        await journal.AppendUntilTakenAsync(request, cancellationToken);
        return new EffectResult.Done(request.Stream.Value, "The note is kept.");
    }
}
