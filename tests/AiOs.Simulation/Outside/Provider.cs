using System.Text;
using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Simulation.Scheduling;

namespace AiOs.Simulation.Outside;

/// <summary>The connector of one host to one outside system. It is honest: it says "failed" only where this call can have done nothing.</summary>
internal sealed class Provider(OutsideKind kind, OutsideWorld world, Lane host) : IEffectConnector
{
    private static readonly TimeSpan Late = TimeSpan.FromHours(3);

    public EffectKind Kind => kind.Kind;

    public EffectCategory Category => kind.Category;

    public OutcomeClass OutcomeClass => kind.Class;

    public Undo Undo => Undo.Final;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromMinutes(1);

    public EffectPreview Preview(Effect effect)
    {
        var text = Encoding.UTF8.GetString(effect.Bytes.Span);
        return new EffectPreview("Do " + Kind, [new CardBlock.Text(text)], text.Contains("[?", StringComparison.Ordinal) ? ["something is not known"] : []);
    }

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        if (host.IsDead)
        {
            return await new TaskCompletionSource<EffectResult>().Task;
        }

        var call = world.Enter(permit, kind.Class);
        switch (world.Take(Kind))
        {
            case ProviderFault.CertainFailure:
                return new EffectResult.Failed("The outside refused it.", MayRetry: false);
            case ProviderFault.NotReached:
                throw new AiOsException("The outside could not be reached.") { IsTransient = true };
            case ProviderFault.DropBefore:
                return Lost;
            case ProviderFault.LateApply:
                world.After(Late, () => world.Apply(call));
                return Lost;
            case ProviderFault.HangLost:
                return await HangAsync(cancellationToken);
            case var fault:
                return await DoAsync(call, fault, cancellationToken);
        }
    }

    private static EffectResult.Unknown Lost => new("The line broke.");

    private async Task<EffectResult> DoAsync(Applied call, ProviderFault fault, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource();
        world.ApplySoon(call, () => world.Reply(host, () => done.TrySetResult()));
        await done.Task;
        switch (fault)
        {
            case ProviderFault.DropAfter:
                return Lost;
            case ProviderFault.ThrowAfter:
                throw new InvalidOperationException("The reply made no sense.");
            case ProviderFault.HangDone:
                return await HangAsync(cancellationToken);
            case ProviderFault.Slow:
                await PauseAsync(AttemptTimeout / 3);
                break;
            case ProviderFault.TooSlow:
                await PauseAsync(AttemptTimeout * 3);
                break;
            default:
                break;
        }

        return new EffectResult.Done(call.Key, "It is done.");
    }

    private async Task<EffectResult> HangAsync(CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource();
        await using var registered = cancellationToken.Register(() => world.Reply(host, () => over.TrySetResult()));
        await over.Task;
        return new EffectResult.Unknown("No reply came in time.");
    }

    private async Task PauseAsync(TimeSpan delay)
    {
        var over = new TaskCompletionSource();
        world.After(delay, () => world.Reply(host, () => over.TrySetResult()));
        await over.Task;
    }
}
