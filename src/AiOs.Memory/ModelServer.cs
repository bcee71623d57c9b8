using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;

namespace AiOs.Memory;

/// <summary>Asks the operator's model server, over OpenAI's protocol.</summary>
public static class ModelServer
{
    /// <summary>A server that asks for no key gets this one, since the client insists on some.</summary>
    private const string NoKey = "none";

    /// <summary>A client without a proxy from the environment, which does not follow to where somebody else points: what is asked is private.</summary>
    /// <param name="endpoint">Where the server is.</param>
    /// <param name="apiKey">The key it asks for; nothing where it asks for none.</param>
    /// <param name="retries">How often a question is repeated, which must change nothing.</param>
    /// <param name="patience">How long an answer may take; nothing for what the client thinks right.</param>
    /// <param name="mostBytes">How much of an answer is read at most; nothing for all of it.</param>
    /// <returns>The client. It lives as long as the process.</returns>
    public static OpenAIClient Open(string endpoint, string? apiKey, int retries, TimeSpan? patience = null, long? mostBytes = null)
    {
#pragma warning disable CA2000 // Both live as long as the client does, which is as long as the process.
        HttpMessageHandler handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        var http = new HttpClient(mostBytes is { } most ? new BoundedAnswers(most) { InnerHandler = handler } : handler);
#pragma warning restore CA2000
        var options = new OpenAIClientOptions { Endpoint = new Uri(endpoint), Transport = new HttpClientPipelineTransport(http), RetryPolicy = new ClientRetryPolicy(retries) };
        if (patience is { } limit)
        {
            (http.Timeout, options.NetworkTimeout) = (limit, limit);
        }

        return new OpenAIClient(new ApiKeyCredential(string.IsNullOrWhiteSpace(apiKey) ? NoKey : apiKey), options);
    }
}
