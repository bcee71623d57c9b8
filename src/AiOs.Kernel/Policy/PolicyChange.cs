using System.Globalization;
using System.Text;
using System.Text.Json;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Policy.Amendments;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Policy;

/// <summary><c>policy.change</c>: one more version of the policy. Keyed: the same effect changes it once.</summary>
internal sealed class PolicyChange(WorkspaceJournal journal, PolicyShelf shelf, Vault vault, WorkspaceSettings settings, TimeProvider time) : IEffectConnector
{
    public EffectKind Kind => EffectKind.PolicyChange;

    public EffectCategory Category => EffectCategory.Internal;

    public OutcomeClass OutcomeClass => OutcomeClass.Keyed;

    /// <summary>What an older copy does not hold is missing in its journal, so making it again is right.</summary>
    public bool KeepsKeys => true;

    public Undo Undo => Undo.Compensable;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(30);

    public EffectPreview Preview(Effect effect)
    {
        if (InternalArguments.Read(effect, ArgumentsJson.Default.PolicyChangeArguments) is not { } arguments)
        {
            return InternalArguments.Unreadable("Change the policy");
        }

        var amendment = AmendmentArguments.Read(arguments);
        var next = (arguments.ExpectedVersion + 1).ToString(CultureInfo.InvariantCulture);
        return new EffectPreview(
            "Change the policy: " + AmendmentArguments.Sentence(arguments),
            [new CardBlock.Facts([.. AmendmentArguments.Rows(arguments), new Fact("Becomes", "version " + next)])],
            amendment is null ? ["what exactly shall change"] : []);
    }

    public EffectFacts Examine(Effect effect) => EffectFacts.None;

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        var arguments = InternalArguments.Read(permit.Effect, ArgumentsJson.Default.PolicyChangeArguments);
        var amendment = arguments is null ? null : AmendmentArguments.Read(arguments);
        if (arguments is null || amendment is null)
        {
            throw new JsonException("The arguments of a policy.change that was allowed cannot be read.");
        }

        var refused = "The policy has changed since, so this change was not made; ask for it again.";
        var request = new AppendRequest
        {
            Stream = StreamId.Policy,
            Cause = "effect/" + permit.Effect.Id,
            Dedupe = vault.DedupeHash(permit.Key),
            Decide = at => Adopt((PolicyState)at.State, arguments.ExpectedVersion, amendment, permit.Effect.Id, ref refused),
        };
        return await journal.AppendAsync(request, cancellationToken) is AppendResult.Nothing
            ? new EffectResult.Failed(refused, MayRetry: false)
            : new EffectResult.Done(PolicyState.Id.ToString(), $"The policy is at version {arguments.ExpectedVersion + 1} now.");
    }

    public async Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken)
    {
        var state = (PolicyState)await journal.LoadAsync(StreamId.Policy, cancellationToken);
        var number = shelf.Of(state).Document.Amendments.Count;
        if (state.Current is not { } current || current.Effect != effect.Id || number == 0)
        {
            return null;
        }

        var back = new PolicyChangeArguments { ExpectedVersion = current.Version, Change = AmendmentArguments.TakeBack, Number = number };
        return new EffectDraft(EffectKind.PolicyChange, JsonSerializer.Serialize(back, ArgumentsJson.Default.PolicyChangeArguments));
    }

    private IReadOnlyList<JournalEvent> Adopt(PolicyState state, long expected, PolicyAmendment amendment, EffectId effect, ref string refused)
    {
        if ((state.Current?.Version ?? 0) != expected)
        {
            return [];
        }

        var today = DateOnly.FromDateTime(settings.Local(time.Instant()).DateTime);
        var text = PolicyText.Amend(state.Current?.Text ?? PolicyShelf.DefaultText, amendment, today);
        if (shelf.Try(text) is PolicyReading.Bad bad)
        {
            refused = "The policy would not hold together with this change, so it was not made: " + bad.Reason;
            return [];
        }

        return [new PolicyAdopted(expected + 1, Digest.Of(Encoding.UTF8.GetBytes(text)), "effect") { Effect = effect, Personal = new PolicyAdopted.Words(text) }];
    }
}
