using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;

namespace AiOs.Memory.Embedding;

/// <summary>The operator's embedding model, over OpenAI's protocol.</summary>
internal static class RemoteEmbedding
{
    /// <summary>A server that asks for no key gets this one, since the client insists on some.</summary>
    private const string NoKey = "none";

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

        // No proxy from the environment, and no following to where somebody else points. A request for vectors changes nothing, so it may be repeated.
#pragma warning disable CA2000 // Both live as long as the model does, which is as long as the process.
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        var client = new OpenAIClient(new ApiKeyCredential(string.IsNullOrWhiteSpace(options.ApiKey) ? NoKey : options.ApiKey), new OpenAIClientOptions
        {
            Endpoint = new Uri(endpoint),
            Transport = new HttpClientPipelineTransport(new HttpClient(handler)),
#pragma warning restore CA2000
            RetryPolicy = new ClientRetryPolicy(Retries),
        });
        return new EmbeddingModel($"{name}@1", client.GetEmbeddingClient(name).AsIEmbeddingGenerator());
    }
}
