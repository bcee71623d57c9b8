using System.ClientModel;
using System.ClientModel.Primitives;
using AiOs.Memory;
using OpenAI;
using OpenAI.Audio;

namespace AiOs.Agents.Transcription;

/// <summary>The operator's model that writes down speech, over OpenAI's protocol.</summary>
/// <param name="Name">Its name, for sentences.</param>
/// <param name="Client">Asks it.</param>
internal sealed record TranscriptionModel(string Name, AudioClient Client)
{
    /// <summary>A server that asks for no key gets this one, since the client insists on some.</summary>
    private const string NoKey = "none";

    private const int Retries = 1;

    /// <summary>The model that options name.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The model; nothing where none is configured.</returns>
    public static TranscriptionModel? Of(ModelOptions options)
    {
        if (options is not { Endpoint: { Length: > 0 } endpoint, Transcription: { Length: > 0 } name })
        {
            return null;
        }

        // No proxy from the environment, and no following to where somebody else points: a recording is private. Writing down changes nothing, so it
        // may be repeated. How long it may take is the caller's to say.
#pragma warning disable CA2000 // Both live as long as the model does, which is as long as the process.
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        var client = new OpenAIClient(new ApiKeyCredential(string.IsNullOrWhiteSpace(options.ApiKey) ? NoKey : options.ApiKey), new OpenAIClientOptions
        {
            Endpoint = new Uri(endpoint),
            Transport = new HttpClientPipelineTransport(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }),
#pragma warning restore CA2000
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            RetryPolicy = new ClientRetryPolicy(Retries),
        });
        return new TranscriptionModel(name, client.GetAudioClient(name));
    }
}
