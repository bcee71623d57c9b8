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

    public Undo Undo => Undo.Compensable;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(30);

    public EffectPreview Preview(Effect effect)
    {
        if (InternalArguments.Read(effect, ArgumentsJson.Default.NoteKeepArguments) is not { } arguments)
        {
            return InternalArguments.Unreadable("Keep a note");
        }

        var gaps = string.IsNullOrWhiteSpace(arguments.Text) ? (IReadOnlyList<string>)["the note is empty"] : [];
        return new EffectPreview($"Keep a note: {arguments.Title}", [new CardBlock.Quote("The note", arguments.Text), .. InternalArguments.About(arguments.People), .. More(arguments)], gaps);
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
            People = [.. arguments.People.Select(vault.PersonHash).Distinct()],
            Decide = _ => [Kept(permit.Effect.Id, arguments)],
        };
        await journal.AppendUntilTakenAsync(request, cancellationToken);
        return new EffectResult.Done(request.Stream.Value, "The note is kept.");
    }

    /// <summary>Whose word it is is not the agent's to say: what an agent notes stays words of somebody outside.</summary>
    private NoteKept Kept(EffectId effect, NoteKeepArguments arguments)
    {
        string[] subjects =
        [
            .. arguments.People.Select(person => "person/" + vault.PersonHash(person)).Distinct(),
            .. (arguments.Records ?? []).Select(record => "record/" + record).Distinct(),
        ];
        return new NoteKept(effect)
        {
            Kind = arguments.Kind,
            Supersedes = arguments.Supersedes,
            Personal = new NoteKept.Words(arguments.Title, arguments.Text)
            {
                Subjects = subjects.Length > 0 ? subjects : null,
                ValidFrom = arguments.ValidFrom,
                ValidTo = arguments.ValidTo,
            },
        };
    }

    private static IEnumerable<CardBlock> More(NoteKeepArguments arguments)
    {
        Fact[] facts =
        [
            .. arguments.Kind is { } kind ? [new Fact("Kind", kind.ToString())] : (Fact[])[],
            .. (arguments.Records ?? []).Select(record => new Fact("About", record.ToString())),
            .. arguments.ValidFrom is { } from ? [new Fact("True from", from.ToString("u"))] : (Fact[])[],
            .. arguments.ValidTo is { } to ? [new Fact("True until", to.ToString("u"))] : (Fact[])[],
            .. arguments.Supersedes is { } before ? [new Fact("In the place of", before.Value)] : (Fact[])[],
        ];
        return facts.Length > 0 ? [new CardBlock.Facts(facts)] : [];
    }
}
