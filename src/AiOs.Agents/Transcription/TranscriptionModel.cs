using AiOs.Memory;
using OpenAI.Audio;

namespace AiOs.Agents.Transcription;

/// <summary>The operator's model that writes down speech, over OpenAI's protocol.</summary>
/// <param name="Name">Its name, for sentences.</param>
/// <param name="Client">Asks it.</param>
internal sealed record TranscriptionModel(string Name, AudioClient Client)
{
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

        // Writing down changes nothing, so it may be repeated. How long it may take is the caller's to say.
        var client = ModelServer.Open(endpoint, options.ApiKey, Retries, Timeout.InfiniteTimeSpan);
        return new TranscriptionModel(name, client.GetAudioClient(name));
    }
}
