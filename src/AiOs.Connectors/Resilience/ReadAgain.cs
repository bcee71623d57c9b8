using System.Buffers.Binary;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ports;
using Polly;
using Polly.Retry;

namespace AiOs.Connectors.Resilience;

/// <summary>Repeats a look-up that found nobody to ask. A read only: nothing that changes something outside ever goes through here.</summary>
internal sealed class ReadAgain
{
    private readonly ResiliencePipeline<EffectLookUp> _pipeline;

    public ReadAgain(GuardOptions options, TimeProvider time, IEntropy entropy) =>
        _pipeline = new ResiliencePipelineBuilder<EffectLookUp> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<EffectLookUp>
            {
                MaxRetryAttempts = options.ReadsAtMost - 1,
                Delay = options.ReadPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = () => Chance(entropy),
                ShouldHandle = read => ValueTask.FromResult(read.Outcome.Result is EffectLookUp.CannotTell),
            })
            .Build();

    public async Task<EffectLookUp> RunAsync(Func<CancellationToken, Task<EffectLookUp>> read, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(static async (call, token) => await call(token), read, cancellationToken);

    /// <summary>From 0 up to and without 1.</summary>
    private static double Chance(IEntropy entropy)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        entropy.Fill(bytes);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bytes) >> 11) * (1.0 / (1UL << 53));
    }
}
