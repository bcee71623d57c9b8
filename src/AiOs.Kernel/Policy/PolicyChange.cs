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
using AiOs.Kernel.Ledger;
using AiOs.Kernel.Policy.Amendments;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Policy;

/// <summary><c>policy.change</c>: one more version of the policy.</summary>
internal sealed class PolicyChange(WorkspaceJournal journal, PolicyShelf shelf, Vault vault, WorkspaceSettings settings, TimeProvider time)
    : JournalEffect<PolicyChangeArguments>(journal, vault, ArgumentsJson.Default.PolicyChangeArguments)
{
    public override EffectKind Kind => EffectKind.PolicyChange;

    protected override string BareTitle => "Change the policy";

    public override async Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken)
    {
        var state = (PolicyState)await Journal.LoadAsync(StreamId.Policy, cancellationToken);
        var number = shelf.Of(state).Document.Amendments.Count;
        if (state.Current is not { } current || current.Effect != effect.Id || number == 0)
        {
            return null;
        }

        var back = new PolicyChangeArguments { ExpectedVersion = current.Version, Change = AmendmentArguments.TakeBack, Number = number };
        return new EffectDraft(EffectKind.PolicyChange, JsonSerializer.Serialize(back, ArgumentsJson.Default.PolicyChangeArguments));
    }

    protected override EffectPreview Preview(PolicyChangeArguments arguments)
    {
        var amendment = AmendmentArguments.Read(arguments);
        var next = (arguments.ExpectedVersion + 1).ToString(CultureInfo.InvariantCulture);
        return new EffectPreview(
            "Change the policy: " + AmendmentArguments.Sentence(arguments),
            [new CardBlock.Facts([.. AmendmentArguments.Rows(arguments), new Fact("Becomes", "version " + next)])],
            amendment is null ? ["what exactly shall change"] : []);
    }

    protected override StreamId StreamOf(PolicyChangeArguments arguments, EffectId effect) => StreamId.Policy;

    protected override IReadOnlyList<JournalEvent> Decide(PolicyChangeArguments arguments, EffectId effect, Standpoint at, out string refused)
    {
        var amendment = AmendmentArguments.Read(arguments) ?? throw new JsonException("The arguments of a policy.change that was allowed cannot be read.");
        refused = "The policy has changed since, so this change was not made; ask for it again.";
        var current = ((PolicyState)at.State).Current;
        if ((current?.Version ?? 0) != arguments.ExpectedVersion)
        {
            return [];
        }

        var today = DateOnly.FromDateTime(settings.Local(time.Instant()).DateTime);
        var text = PolicyText.Amend(current?.Text ?? PolicyShelf.DefaultText, amendment, today);
        if (shelf.Try(text) is PolicyReading.Bad bad)
        {
            refused = "The policy would not hold together with this change, so it was not made: " + bad.Reason;
            return [];
        }

        return [new PolicyAdopted(arguments.ExpectedVersion + 1, Digest.Of(Encoding.UTF8.GetBytes(text)), "effect") { Effect = effect, Personal = new PolicyAdopted.Words(text) }];
    }

    protected override EffectResult.Done DoneWith(PolicyChangeArguments arguments, EffectId effect) =>
        new(PolicyState.Id.ToString(), $"The policy is at version {arguments.ExpectedVersion + 1} now.");
}
