using System.Globalization;
using AiOs.Contracts.Effects;
using Polly;
using Polly.CircuitBreaker;

namespace AiOs.Connectors.Resilience;

/// <summary>
/// Leaves a part alone that keeps failing. After the rest the first caller asks it by a read; only when that is answered is its write let
/// through, and only then do others follow. Never repeats anything by itself.
/// </summary>
internal sealed class Breaker
{
    /// <summary>Tells the pipeline that the probe failed. It never leaves here: to the caller nothing was tried.</summary>
    private static readonly EffectResult.Failed NoAnswer = new("The probe was not answered.", MayRetry: true);

    private readonly GuardOptions _options;
    private readonly TimeProvider _time;
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ResiliencePipeline<EffectResult> _pipeline;
    private volatile Rest? _rest;

    public Breaker(GuardOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _pipeline = new ResiliencePipelineBuilder<EffectResult> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<EffectResult>
            {
                FailureRatio = options.FaultShare,
                MinimumThroughput = options.FewestAttempts,
                SamplingDuration = options.Window,
                BreakDurationGenerator = BeginAsync,
                StateProvider = _state,
                ShouldHandle = attempt => ValueTask.FromResult(ConnectorFault.Is(attempt.Outcome)),
                OnClosed = EndAsync,
            })
            .Build();
    }

    /// <summary>The rest that is not over yet; nothing while the part may be called.</summary>
    public Rest? Resting => _rest is { } rest && rest.Until > _time.GetUtcNow() ? rest : null;

    /// <summary>Whether the last faults are not made up for yet: it rests, or the next call is a probe.</summary>
    public Rest? Doubted => _rest;

    /// <summary>Makes the attempt, or says when to come back.</summary>
    public async Task<EffectResult> RunAsync(
        Func<CancellationToken, Task<EffectResult>> write, IReadProbe probe, CancellationToken cancellationToken)
    {
        try
        {
            // The token is not the pipeline's: an attempt that was called off before it began would count as a success there.
            var result = await _pipeline.ExecuteAsync(
                (call, _) => AttemptAsync(call.Write, call.Probe, call.Token),
                (Write: write, Probe: probe, Token: cancellationToken),
                CancellationToken.None);
            return ReferenceEquals(result, NoAnswer) ? NotNow() : result;
        }
        catch (BrokenCircuitException)
        {
            return NotNow();
        }
    }

    /// <summary>What is said while it rests: nothing outside was called.</summary>
    public EffectResult.NotTried NotNow() => Resting is { } rest
        ? new EffectResult.NotTried(Sentence(rest), rest.Until)
        : new EffectResult.NotTried($"Whether {_options.Name} answers again is being found out.", _time.GetUtcNow() + _options.ComeBackAfter);

    /// <summary>The rest in words.</summary>
    public string Sentence(Rest rest) => string.Create(
        CultureInfo.InvariantCulture, $"{_options.Name} is resting after {rest.Faults} faults until {rest.Until:HH:mm} UTC.");

    private async ValueTask<EffectResult> AttemptAsync(Func<CancellationToken, Task<EffectResult>> write, IReadProbe probe, CancellationToken cancellationToken)
    {
        var state = _state.CircuitState;
        // It may have opened between the pipeline's look and this one.
        if (state is CircuitState.Open or CircuitState.Isolated) return NotNow();
        if (state == CircuitState.HalfOpen && !await AnswersAsync(probe, cancellationToken)) return NoAnswer;
        return await write(cancellationToken);
    }

    /// <summary>A probe that breaks in whatever way is no answer.</summary>
    private static async Task<bool> AnswersAsync(IReadProbe probe, CancellationToken cancellationToken)
    {
        try
        {
            return await probe.ProbeAsync(cancellationToken);
        }
        catch (Exception)
        {
            return false;
        }
    }

    private ValueTask<TimeSpan> BeginAsync(BreakDurationGeneratorArguments arguments)
    {
        var before = _rest;
        var length = before is null ? _options.FirstRest : TimeSpan.FromTicks(Math.Min(before.Length.Ticks * 2, _options.LongestRest.Ticks));
        _rest = new Rest(before is null ? arguments.FailureCount : before.Faults + 1, length, _time.GetUtcNow() + length);
        return ValueTask.FromResult(length);
    }

    private ValueTask EndAsync(OnCircuitClosedArguments<EffectResult> arguments)
    {
        _rest = null;
        return ValueTask.CompletedTask;
    }
}
