using System.Buffers.Binary;
using AiOs.Contracts.Ports;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace AiOs.Agents.Models.Calls;

/// <summary>
/// Calls again where a call failed before anything was answered, and leaves a server alone for a while that keeps failing. To ask a model changes nothing
/// outside, so it may be repeated; each try is metered by itself.
/// </summary>
internal sealed class PatientCalls
{
    private const int MostTries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly ResiliencePipeline<CallResult> _pipeline;

    public PatientCalls(TimeProvider time, IEntropy entropy) =>
        _pipeline = new ResiliencePipelineBuilder<CallResult> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<CallResult>
            {
                MaxRetryAttempts = MostTries - 1,
                Delay = Pause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = () => Chance(entropy),
                // A server that wants to be left alone for longer is not waited for: the draft is made without it.
                ShouldHandle = static tried => ValueTask.FromResult(tried.Outcome.Result is CallResult.Failed { MayRepeat: true } failed && !(failed.After > LongestPause)),
                DelayGenerator = static tried => ValueTask.FromResult((tried.Outcome.Result as CallResult.Failed)?.After),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<CallResult>
            {
                FailureRatio = 0.75,
                MinimumThroughput = 8,
                SamplingDuration = Window,
                BreakDuration = Rest,
                ShouldHandle = static tried => ValueTask.FromResult(
                    tried.Outcome.Result is CallResult.Failed { Fault: CallFault.Broken or CallFault.Unreachable or CallFault.TimedOut or CallFault.CutOff }),
            })
            .Build();

    /// <summary>Makes a call, perhaps several times.</summary>
    /// <returns>What became of the last one; nothing while the server is left alone.</returns>
    public async Task<CallResult?> RunAsync(Func<CancellationToken, Task<CallResult>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(static async (call, token) => await call(token), call, cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return null;
        }
    }

    /// <summary>From 0 up to and without 1.</summary>
    private static double Chance(IEntropy entropy)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        entropy.Fill(bytes);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bytes) >> 11) * (1.0 / (1UL << 53));
    }
}
