using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Ledger;

namespace AiOs.Kernel.Effects;

/// <summary>
/// An effect that the kernel does itself, by one commit in the journal. Keyed: the same effect is recorded once, and a write whose reply
/// was lost is offered again until it is known to be stored.
/// </summary>
internal abstract class JournalEffect<TArguments>(WorkspaceJournal journal, Vault vault, JsonTypeInfo<TArguments> type) : IEffectConnector
    where TArguments : class
{
    public abstract EffectKind Kind { get; }

    public EffectCategory Category => EffectCategory.Internal;

    public OutcomeClass OutcomeClass => OutcomeClass.Keyed;

    /// <summary>What an older copy does not hold is missing in its journal, so making it again is right.</summary>
    public bool KeepsKeys => true;

    public virtual Undo Undo => Undo.Compensable;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(30);

    /// <summary>What is shown where the arguments cannot be read.</summary>
    protected abstract string BareTitle { get; }

    protected WorkspaceJournal Journal { get; } = journal;

    protected Vault Vault { get; } = vault;

    public EffectPreview Preview(Effect effect) =>
        Read(effect) is { } arguments ? Preview(arguments) : new EffectPreview(BareTitle, [], ["its arguments cannot be read"]);

    public EffectFacts Examine(Effect effect) => Read(effect) is { } arguments ? Examine(arguments) : EffectFacts.None;

    public virtual Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken) =>
        Task.FromResult<EffectDraft?>(null);

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        var id = permit.Effect.Id;
        var arguments = Read(permit.Effect) ?? throw new JsonException($"The arguments of a {Kind} that was allowed cannot be read.");
        var refused = string.Empty;
        var request = new AppendRequest
        {
            Stream = StreamOf(arguments, id),
            Cause = "effect/" + id,
            Dedupe = Vault.DedupeHash(permit.Key),
            Reads = _ => ReadsOf(arguments),
            Decide = at => Decide(arguments, id, at, out refused),
        };
        return await Journal.AppendUntilTakenAsync(request, cancellationToken) is AppendResult.Nothing
            ? new EffectResult.Failed(refused, MayRetry: false)
            : DoneWith(arguments, id);
    }

    protected abstract EffectPreview Preview(TArguments arguments);

    protected virtual EffectFacts Examine(TArguments arguments) => EffectFacts.None;

    /// <summary>Where the commit stands.</summary>
    protected abstract StreamId StreamOf(TArguments arguments, EffectId effect);

    /// <summary>Which other streams the decision looks at.</summary>
    protected virtual IEnumerable<StreamId> ReadsOf(TArguments arguments) => [];

    /// <summary>What is recorded on the state as it is where the commit will stand; nothing, with a sentence why, where that state does not allow it.</summary>
    protected abstract IReadOnlyList<JournalEvent> Decide(TArguments arguments, EffectId effect, Standpoint at, out string refused);

    protected abstract EffectResult.Done DoneWith(TArguments arguments, EffectId effect);

    /// <summary>Whom it is about, which is an argument like any other and so stands on the card.</summary>
    protected static IEnumerable<CardBlock> About(IReadOnlyList<string> people) =>
        people.Count == 0 ? [] : [new CardBlock.Facts([.. people.Select(person => new Fact("About", person))])];

    /// <summary>A list that is left out of the journal where it is empty.</summary>
    protected static IReadOnlyList<string>? OrNothing(IReadOnlyList<string> list) => list.Count > 0 ? list : null;

    /// <summary>The arguments; nothing where the bytes hold others.</summary>
    protected TArguments? Read(Effect effect)
    {
        try
        {
            using var document = JsonDocument.Parse(effect.Bytes);
            return document.RootElement.GetProperty("args"u8).Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
