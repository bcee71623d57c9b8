using Microsoft.Extensions.AI;

namespace AiOs.Memory.Embedding;

/// <summary>The operator's embedding model, over OpenAI's protocol.</summary>
internal static class RemoteEmbedding
{
    private const int Retries = 2;

    /// <summary>The model that options name.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The model; nothing where none is configured.</returns>
    public static EmbeddingModel? Of(ModelOptions options)
    {
        if (options is not { Endpoint: { Length: > 0 } endpoint, Embedding: { Length: > 0 } name })
        {
            return null;
        }

        // A request for vectors changes nothing, so it may be repeated.
        var client = ModelServer.Open(endpoint, options.ApiKey, Retries);
        return new EmbeddingModel($"{name}@1", client.GetEmbeddingClient(name).AsIEmbeddingGenerator());
    }
}
