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

/// <summary><c>note.withdraw</c>: one note no longer counts. Keyed: the same effect withdraws once.</summary>
internal sealed class NoteWithdraw(WorkspaceJournal journal, Vault vault) : IEffectConnector
{
    public EffectKind Kind => EffectKind.NoteWithdraw;

    public EffectCategory Category => EffectCategory.Internal;

    public OutcomeClass OutcomeClass => OutcomeClass.Keyed;

    /// <summary>What an older copy does not hold is missing in its journal, so making it again is right.</summary>
    public bool KeepsKeys => true;

    public Undo Undo => Undo.Final;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(30);

    public EffectPreview Preview(Effect effect) => InternalArguments.Read(effect, ArgumentsJson.Default.NoteWithdrawArguments) is { } arguments
        ? new EffectPreview($"Take back the note: {arguments.Title}", [new CardBlock.Facts([new Fact("Note", arguments.Note.ToString())])], [])
        : InternalArguments.Unreadable("Take back a note");

    public EffectFacts Examine(Effect effect) => EffectFacts.None;

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        var arguments = InternalArguments.Read(permit.Effect, ArgumentsJson.Default.NoteWithdrawArguments)
            ?? throw new JsonException("The arguments of a note.withdraw that was allowed cannot be read.");
        var request = new AppendRequest
        {
            Stream = StreamId.OfKnowledge(arguments.Note),
            Cause = "effect/" + permit.Effect.Id,
            Dedupe = vault.DedupeHash(permit.Key),
            Decide = at => at.State.Version > 0 ? [new NoteWithdrawn(permit.Effect.Id)] : [],
        };
        return await journal.AppendAsync(request, cancellationToken) is AppendResult.Nothing
            ? new EffectResult.Failed("There is no such note.", MayRetry: false)
            : new EffectResult.Done(request.Stream.Value, "The note is taken back.");
    }
}
