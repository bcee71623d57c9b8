using AiOs.Contracts;
using AiOs.Contracts.Knowledge;
using AiOs.Memory.Vectors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Memory.Embedding;

/// <summary>
/// Gives pieces the vectors they lack, some at a time, beside everything else: of a model that was configured anew, of pieces that came while
/// a model was away, of a new version of our own. A fault waits longer each time, at most ten minutes. Where hosts share a store one of them
/// does it, and the others take over what it made.
/// </summary>
/// <param name="store">Memory.</param>
/// <param name="index">The vectors in memory.</param>
/// <param name="models">The models.</param>
/// <param name="patience">Asks them.</param>
/// <param name="turn">Which host does it.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed partial class VectorBackfill(
    IKnowledgeStore store, VectorIndex index, EmbeddingModels models, PatientEmbedder patience, BackfillTurn turn, TimeProvider time, ILogger<VectorBackfill> log) : BackgroundService
{
    private const int Batch = 32;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private TimeSpan _wait = Rest;

    /// <summary>Gives one batch of pieces their vectors.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many pieces got one; 0 where none lacks one, or where another host is at it.</returns>
    public async Task<int> StepAsync(EmbeddingModel model, CancellationToken cancellationToken)
    {
        // To look for pieces without a vector goes through all of them; where nothing was learned since the last look there is none.
        var position = await store.PositionAsync(cancellationToken);
        var items = models.IsCovered(model, position) ? [] : await store.ListWithoutVectorAsync(model.Id, Batch, cancellationToken);
        if (items.Count == 0 || !await turn.TakeAsync(cancellationToken))
        {
            await index.FillAsync(model.Id, cancellationToken);
            if (items.Count == 0)
            {
                models.Cover(model, position);
            }

            return 0;
        }

        var vectors = await patience.EmbedAsync(model, [.. items.Select(EmbeddedText.Of)], cancellationToken);
        await store.PutVectorsAsync([.. items.Zip(vectors, (item, vector) => new KnowledgeVector(item.Id, model.Id, vector))], cancellationToken);
        return items.Count;
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await turn.GiveBackAsync();
        }
        catch (AiOsException exception)
        {
            // It ends by itself.
            LogKept(exception);
        }
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Repeating.RunAsync(RoundAsync, Waiting, time, stoppingToken);

    private async Task<TimeSpan> RoundAsync(CancellationToken stoppingToken)
    {
        var given = 0;
        foreach (var model in models.All)
        {
            given += await StepAsync(model, stoppingToken);
        }

        _wait = Rest;
        return given > 0 ? TimeSpan.Zero : Rest;
    }

    private TimeSpan Waiting(Exception exception)
    {
        var wait = _wait;
        LogWaiting(exception, wait.TotalSeconds);
        _wait = wait * 2 < Longest ? wait * 2 : Longest;
        return wait;
    }

    [LoggerMessage(LogLevel.Warning, "Some pieces of memory lack a vector; the model is asked again in {Seconds} seconds. Searches go on without it.")]
    private partial void LogWaiting(Exception exception, double seconds);

    [LoggerMessage(LogLevel.Warning, "The store could not be told that this host no longer asks for vectors; another one does so within minutes.")]
    private partial void LogKept(Exception exception);
}
