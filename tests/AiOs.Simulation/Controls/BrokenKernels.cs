using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Models;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Desk;
using AiOs.Kernel.Effects;
using AiOs.Kernel.WorkItems;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Simulation.Controls;

/// <summary>Every kernel that is broken on purpose.</summary>
internal static class BrokenKernels
{
    public static IReadOnlyList<Control> All { get; } =
    [
        new Control("late-store") { Gate = gate => new LateGate(gate) },
        new Control("lost-write") { Gate = gate => new LossyGate(gate) },
        new Control("retry-unknown") { Break = services => services.AddSingleton<IEffectDispatcher>(parts => new RetryingDispatcher(ActivatorUtilities.CreateInstance<EffectDispatcher>(parts))) },
        new Control("blind-desk") { Break = services => Blind(services, (decision, card) => decision with { Digest = card.Digest }) },
        new Control("nonce-ignored") { Break = services => Blind(services, (decision, card) => decision with { Nonce = card.Nonce ?? decision.Nonce }) },
        new Control("types-for-you") { Break = services => Blind(services, (decision, card) => decision with { Confirmation = card.Confirm }) },
        new Control("caps-on-settled") { Break = services => services.AddSingleton<IModelMeter>(parts => ActivatorUtilities.CreateInstance<EarlyMeter>(parts, true)) },
        new Control("looks-outside-writer") { Break = services => services.AddSingleton<IModelMeter>(parts => ActivatorUtilities.CreateInstance<EarlyMeter>(parts, false)) },
        new Control("not-found-is-proof") { Break = services => services.AddSingleton<IEffectDispatcher>(parts => new ProvingDispatcher(ActivatorUtilities.CreateInstance<EffectDispatcher>(parts))) },
        new Control("snapshot-without-money") { Snapshot = ledger => ledger with { Budget = new BudgetLedger() } },
        new Control("snapshot-without-freeze") { Snapshot = ledger => ledger with { Frozen = null } },
        new Control("ground-ignored") { Break = services => services.AddSingleton<IDesk>(parts => new GroundlessDesk(ActivatorUtilities.CreateInstance<OperatorDesk>(parts), parts.GetRequiredService<StepRecorder>(), parts.GetRequiredService<WorkItemLoop>())) },
        new Control("no-dedupe") { Break = services => services.AddSingleton<IInbox>(parts => new ForgetfulInbox(ActivatorUtilities.CreateInstance<Inbox>(parts))) },
        new Control("new-key") { Break = services => Wrap(services, (permit, call) => new Permit(permit.Effect, $"{permit.Key}-{call}", permit.DecidedAt, permit.Deadline), result => result) },
        new Control("rendered-again") { Break = services => Wrap(services, (permit, _) => RenderedAgain(permit), result => result) },
        new Control("false-no") { Break = services => Wrap(services, (permit, _) => permit, result => result is EffectResult.Unknown lost ? new EffectResult.Failed(lost.Sentence, MayRetry: true) : result) },
    ];

    public static Control Named(string name) => All.Single(control => control.Name == name);

    private static Permit RenderedAgain(Permit permit)
    {
        byte[] bytes = [.. permit.Effect.Bytes.Span, (byte)'\n'];
        return new Permit(permit.Effect with { Bytes = bytes, Digest = Contracts.Ids.Digest.Of(bytes) }, permit.Key, permit.DecidedAt, permit.Deadline);
    }

    private static void Blind(IServiceCollection services, Func<OperatorDecision, ApprovalView, OperatorDecision> mend) =>
        services.AddSingleton<IDesk>(parts => new BlindDesk(ActivatorUtilities.CreateInstance<OperatorDesk>(parts), mend));

    private static void Wrap(IServiceCollection services, Func<Permit, int, Permit> permit, Func<EffectResult, EffectResult> result)
    {
        for (var index = 0; index < services.Count; index++)
        {
            if (services[index] is { ImplementationInstance: IEffectConnector connector })
            {
                services[index] = ServiceDescriptor.Singleton<IEffectConnector>(new BrokenConnector(connector, permit, result));
            }
        }
    }
}
