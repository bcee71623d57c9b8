using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Memory.Embedding;
using Microsoft.Extensions.Logging;

namespace AiOs.Memory.Retrieval;

/// <summary>Searches by meaning: with the operator's model, or with our own while that one is away or has not seen everything.</summary>
/// <param name="store">Memory.</param>
/// <param name="models">The models.</param>
/// <param name="embedder">Asks them.</param>
/// <param name="log">The log.</param>
internal sealed partial class MeaningSearch(IKnowledgeStore store, EmbeddingModels models, Embedder embedder, ILogger<MeaningSearch> log)
{
    /// <summary>Somebody waits for the answer.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>Finds pieces by meaning.</summary>
    /// <param name="words">What is looked for.</param>
    /// <param name="filter">Which pieces may be found.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The best first; none that points the other way.</returns>
    public async Task<IReadOnlyList<KnowledgeScore>> RunAsync(string words, KnowledgeFilter filter, int count, CancellationToken cancellationToken)
    {
        var query = await EmbedAsync(EmbeddedText.Cut(words), cancellationToken);
        var found = query.Values.Span.ContainsAnyExcept(0f) ? await store.SearchVectorAsync(query, filter, count, cancellationToken) : [];
        return [.. (found ?? []).Where(score => score.Score > 0)];
    }

    private async Task<KnowledgeVector> EmbedAsync(string words, CancellationToken cancellationToken)
    {
        var asked = models.Asked;
        if (asked != models.Local)
        {
            try
            {
                return await EmbedAsync(asked, words, cancellationToken);
            }
            catch (AiOsException exception)
            {
                LogFallback(exception, asked.Id);
            }
        }

        return await EmbedAsync(models.Local, words, cancellationToken);
    }

    private async Task<KnowledgeVector> EmbedAsync(EmbeddingModel model, string words, CancellationToken cancellationToken) =>
        new(default(KnowledgeId), model.Id, (await embedder.EmbedAsync(model, [words], Timeout, cancellationToken))[0]);

    [LoggerMessage(LogLevel.Warning, "Memory is searched with the local embedding, since {Model} gave no vector for a query.")]
    private partial void LogFallback(Exception exception, string model);
}
