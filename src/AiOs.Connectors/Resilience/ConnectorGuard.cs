using AiOs.Contracts.Effects;
using AiOs.Contracts.Ports;

namespace AiOs.Connectors.Resilience;

/// <summary>What stands before one outside part: its bulkhead, its breaker, and the repetition of its reads.</summary>
internal sealed class ConnectorGuard(GuardOptions options, TimeProvider time, IEntropy entropy)
{
    private readonly Bulkhead _bulkhead = new(options, time);
    private readonly Breaker _breaker = new(options, time);
    private readonly ReadAgain _again = new(options, time, entropy);

    public string Name => options.Name;

    /// <summary>Makes one attempt or none, never more.</summary>
    public async Task<EffectResult> WriteAsync(
        Func<CancellationToken, Task<EffectResult>> write, IReadProbe probe, CancellationToken cancellationToken)
    {
        // Who would be sent away anyhow takes no place.
        if (_breaker.Resting is not null) return _breaker.NotNow();
        return await _bulkhead.RunAsync(
            token => _breaker.RunAsync(write, probe, token),
            new EffectResult.NotTried(Full, time.GetUtcNow() + options.ComeBackAfter),
            cancellationToken);
    }

    /// <summary>Reads, and again where nobody could be asked; not while the part rests.</summary>
    public async Task<EffectLookUp> ReadAsync(Func<CancellationToken, Task<EffectLookUp>> read, CancellationToken cancellationToken)
    {
        if (_breaker.Resting is { } rest) return new EffectLookUp.CannotTell(_breaker.Sentence(rest));
        return await _bulkhead.RunAsync(token => _again.RunAsync(read, token), new EffectLookUp.CannotTell(Full), cancellationToken);
    }

    /// <summary>How the part is doing, as far as its last calls say. Calls nothing.</summary>
    public PartHealth Health()
    {
        if (_breaker.Resting is { } rest) return new PartHealth(Ok: false, _breaker.Sentence(rest));
        if (_breaker.Doubted is { } over)
            return new PartHealth(Ok: false, $"{options.Name} has rested after {over.Faults} faults; before the next call it is asked whether it answers.");
        return new PartHealth(Ok: true, $"{options.Name} is not resting; {_bulkhead.Inside} of {options.MostAtOnce} calls are under way.");
    }

    private string Full => $"{options.Name} had no free place in time; nothing was tried.";
}
