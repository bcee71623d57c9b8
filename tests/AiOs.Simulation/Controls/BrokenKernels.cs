using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
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
        new Control("blind-desk") { Break = services => services.AddSingleton<IDesk>(parts => new BlindDesk(ActivatorUtilities.CreateInstance<OperatorDesk>(parts))) },
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
