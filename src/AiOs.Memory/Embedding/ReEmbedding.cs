using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Schedules;

namespace AiOs.Memory.Embedding;

/// <summary>Gives every piece of memory the vectors that it lacks, and proves that none lacks any.</summary>
/// <param name="store">Memory.</param>
/// <param name="backfill">Gives them.</param>
/// <param name="models">The models.</param>
internal sealed class ReEmbedding(IKnowledgeStore store, VectorBackfill backfill, EmbeddingModels models) : IJob
{
    private const int MostCounted = 1000;

    /// <inheritdoc/>
    public string Name => "re-embedding";

    /// <inheritdoc/>
    public string Title => "Look that memory can be searched by meaning";

    /// <inheritdoc/>
    public string Cron => "0 30 4 * * ?";

    /// <inheritdoc/>
    public CatchUp CatchUp => CatchUp.Once;

    /// <inheritdoc/>
    public TimeSpan Timeout { get; } = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public async Task<JobReport> RunAsync(JobCall call, CancellationToken cancellationToken)
    {
        var proof = new List<Fact>();
        foreach (var model in models.All)
        {
            var given = 0;
            while (await backfill.StepAsync(model, cancellationToken) is var step and > 0)
            {
                given += step;
            }

            // Looked up in the store itself: what this host believes to be covered proves nothing.
            var left = (await store.ListWithoutVectorAsync(model.Id, MostCounted, cancellationToken)).Count;
            if (left > 0)
            {
                return new JobReport.Failed($"{Number(left)}{(left == MostCounted ? " or more" : string.Empty)} pieces of memory have no vector of the model {model.Id}; another host may be at it, or the model is away. Look whether Model:Endpoint answers.", MayRetry: false);
            }

            proof.Add(new Fact("without a vector of " + model.Id, "0"));
            proof.Add(new Fact("given now", Number(given)));
        }

        return new JobReport.Proved("Every piece of memory has its vectors", proof);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
