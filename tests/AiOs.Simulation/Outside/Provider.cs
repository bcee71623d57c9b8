using System.Text;
using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Simulation.Scheduling;

namespace AiOs.Simulation.Outside;

/// <summary>The connector of one host to one outside system. It is honest: it says "failed" only where this call can have done nothing.</summary>
internal sealed class Provider(OutsideKind kind, OutsideWorld world, Lane host) : IEffectConnector
{
    private static readonly TimeSpan Late = TimeSpan.FromHours(3);
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(10);

    public EffectKind Kind => kind.Kind;

    public EffectCategory Category => kind.Category;

    public OutcomeClass OutcomeClass => kind.Class;

    public Undo Undo => kind.Opposite is null ? Undo.Final : Undo.Compensable;

    public TimeSpan SettleTime { get; } = TimeSpan.FromMinutes(2);

    public bool NotFoundIsProof => kind.NotFoundIsProof;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromMinutes(1);

    public EffectPreview Preview(Effect effect)
    {
        var text = Encoding.UTF8.GetString(effect.Bytes.Span);
        return new EffectPreview("Do " + Kind, [new CardBlock.Text(text)], text.Contains("[?", StringComparison.Ordinal) ? ["something is not known"] : []);
    }

    public EffectFacts Examine(Effect effect)
    {
        using var document = JsonDocument.Parse(effect.Bytes);
        var arguments = document.RootElement.GetProperty("args"u8);
        return kind.Spends && arguments.TryGetProperty("cost"u8, out var cost)
            ? new EffectFacts { Counterparty = arguments.GetProperty("to"u8).GetString(), Cost = new Money(cost.GetInt64(), "EUR"), Spend = arguments.GetProperty("spend"u8).GetString() }
            : new EffectFacts { Counterparty = arguments.TryGetProperty("to"u8, out var to) ? to.GetString() : null };
    }

    public Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken) =>
        Task.FromResult(kind.Opposite is { } opposite ? new EffectDraft(opposite, $$"""{"undoes":"{{effect.Id}}"}""") : null);

    /// <summary>Tells what the outside's own record says. It never says "not found" of what is still on its way, where it promises that this is proof.</summary>
    public async Task<EffectLookUp> LookUpAsync(Effect effect, string key, CancellationToken cancellationToken)
    {
        if (host.IsDead)
        {
            return await new TaskCompletionSource<EffectLookUp>().Task;
        }

        switch (world.TakeLookUp(Kind))
        {
            case LookUpFault.NoAnswer:
                return new EffectLookUp.CannotTell("Ask later.");
            case LookUpFault.Throws:
                throw new AiOsException("The outside could not be reached.") { IsTransient = true };
            case LookUpFault.Hangs:
                await HangAsync(cancellationToken);
                return new EffectLookUp.CannotTell("No reply came in time.");
            default:
                return world.LookUp(effect.Id, key, kind.NotFoundIsProof);
        }
    }

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        if (host.IsDead)
        {
            return await new TaskCompletionSource<EffectResult>().Task;
        }

        var fault = world.Take(Kind);
        if (fault is ProviderFault.NotTried || (kind.Class is OutcomeClass.Queryable && cancellationToken.IsCancellationRequested))
        {
            world.Skip(permit);
            return new EffectResult.NotTried("It is known to be away.", world.Now + Away);
        }

        return await CallAsync(world.Enter(permit, kind.Class), fault, cancellationToken);
    }

    private async Task<EffectResult> CallAsync(Applied call, ProviderFault fault, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case ProviderFault.RetryAfter:
                return new EffectResult.Failed("Not now.", MayRetry: true, TimeSpan.FromMinutes(3));
            case ProviderFault.CertainFailure:
                return new EffectResult.Failed("The outside refused it.", MayRetry: false);
            case ProviderFault.NotReached:
                throw new AiOsException("The outside could not be reached.") { IsTransient = true };
            case ProviderFault.DropBefore:
                return Lost;
            case ProviderFault.LateApply:
                world.ApplyLate(call, Late);
                return Lost;
            case ProviderFault.HangLost:
                return await HangAsync(cancellationToken);
            default:
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
