using AiOs.Contracts;
using AiOs.Contracts.Knowledge;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Memory.Embedding;

/// <summary>
/// Gives pieces the vectors they lack, some at a time, beside everything else: of a model that was configured anew, of pieces that came while
/// a model was away, of a new version of our own. A fault waits longer each time, at most ten minutes.
/// </summary>
/// <param name="store">Memory.</param>
/// <param name="models">The models.</param>
/// <param name="embedder">Asks them.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed partial class VectorBackfill(IKnowledgeStore store, EmbeddingModels models, Embedder embedder, TimeProvider time, ILogger<VectorBackfill> log) : BackgroundService
{
    private const int Batch = 32;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Gives one batch of pieces their vectors.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many pieces got one; 0 where none lacks one.</returns>
    public async Task<int> StepAsync(EmbeddingModel model, CancellationToken cancellationToken)
    {
        var items = await store.ListWithoutVectorAsync(model.Id, Batch, cancellationToken);
        if (items.Count == 0)
        {
            models.Cover(model);
            return 0;
        }

        var vectors = await embedder.EmbedAsync(model, [.. items.Select(EmbeddedText.Of)], Timeout, cancellationToken);
        await store.PutVectorsAsync([.. items.Zip(vectors, (item, vector) => new KnowledgeVector(item.Id, model.Id, vector))], cancellationToken);
        return items.Count;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = Rest;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var given = 0;
                foreach (var model in models.All)
                {
                    given += await StepAsync(model, stoppingToken);
                }

                wait = Rest;
                if (given > 0)
                {
                    continue;
                }
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // The host goes, and what was used here may be gone already.
                return;
            }
            catch (AiOsException exception)
            {
                LogWaiting(exception, wait.TotalSeconds);
                wait = wait * 2 < Longest ? wait * 2 : Longest;
            }

            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Some pieces of memory lack a vector; the model is asked again in {Seconds} seconds. Searches go on without it.")]
    private partial void LogWaiting(Exception exception, double seconds);
}
