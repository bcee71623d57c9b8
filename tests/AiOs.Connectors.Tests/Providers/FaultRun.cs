using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Effects;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Connectors.Tests.Providers;

/// <summary>One attempt against a provider with one fault, up to its end.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Posts">How many requests the provider saw.</param>
/// <param name="Applied">How many things there are once everything has come to rest.</param>
internal sealed record FaultRun(EffectResult Result, int Posts, int Applied)
{
    public static async Task<FaultRun> OfAsync(Fault fault, OutcomeClass outcomeClass, Func<ThingConnector, IEffectConnector>? variant = null)
    {
        var time = new FakeTimeProvider(Effects.Decided);
        await using var provider = await FakeProvider.StartAsync(outcomeClass, fault);
        var thing = new ThingConnector(provider.Place, outcomeClass, time);
        var connector = variant?.Invoke(thing) ?? thing;
        var attempt = connector.PerformAsync(Permit(time), TestContext.Current.CancellationToken);
        if (fault is Fault.Hang or Fault.LateApply)
        {
            await provider.Holding.Task.WaitAsync(TestContext.Current.CancellationToken);
            time.Advance(TimeSpan.FromSeconds(30));
        }

        var result = await attempt;
        if (fault == Fault.LateApply) await provider.FinishLateAsync();
        return new FaultRun(result, provider.Posts.Count, provider.Applied.Count);
    }

    /// <summary>The leave, with the whole of an attempt's time.</summary>
    public static Permit Permit(TimeProvider time) => Effects.Permit(Effects.Arguments(), time.GetUtcNow().AddSeconds(20));
}
