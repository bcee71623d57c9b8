using System.ClientModel;
using AiOs.Contracts;
using AiOs.Contracts.Chat;
using OpenAI.Audio;

namespace AiOs.Agents.Transcription;

/// <summary>
/// Has speech written down by the operator's model server. It sets no model money aside: speech is billed by the minute, nothing configured says what
/// a minute costs, and a reservation of nothing would count against no cap.
/// </summary>
/// <param name="model">The model; nothing where none is configured.</param>
/// <param name="time">The clock.</param>
internal sealed class Transcriber(TranscriptionModel? model, TimeProvider time) : ITranscriber
{
    /// <summary>With the repeats. A long note on a small machine takes as long as it was spoken.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Hours of speech. What is longer is no transcript.</summary>
    private const int MostCharacters = 200_000;

    /// <inheritdoc/>
    public async Task<string?> TranscribeAsync(string name, string mediaType, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(mediaType);
        if (model is null)
        {
            return null;
        }

        if (bytes.Length is 0 or > ChatFile.MostBytes)
        {
            throw new AiOsException(bytes.IsEmpty ? "The recording is empty." : "The recording is larger than 20 MB; send a shorter one.");
        }

        using var limit = new CancellationTokenSource(Longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var recording = new MemoryStream(bytes.ToArray(), writable: false);
        try
        {
            var options = new AudioTranscriptionOptions { ResponseFormat = AudioTranscriptionFormat.Simple };
            var written = await model.Client.TranscribeAudioAsync(recording, RecordingName.Of(name, mediaType), options, both.Token);
            return Checked(model, written.Value.Text);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Away(model, "did not answer in time", exception);
        }
        catch (ClientResultException exception)
        {
            throw exception.Status is 0 or 408 or 429 or >= 500
                ? Away(model, exception.Status == 429 ? "has too much to do" : "is away", exception)
                : new AiOsException($"The transcription model {model.Name} refused the recording ({exception.Status}); check Model:Endpoint, Model:ApiKey and Model:Transcription, or type what you said.", exception);
        }
        // The client wraps what its own second try met.
        catch (Exception exception) when (exception is HttpRequestException or IOException or AggregateException)
        {
            throw Away(model, "is away", exception);
        }
        catch (Exception exception) when (exception is FormatException or System.Text.Json.JsonException or InvalidOperationException or ArgumentException or KeyNotFoundException)
        {
            throw NoTranscript(model, exception);
        }
    }

    private static string Checked(TranscriptionModel model, string? text) =>
        text is { Length: <= MostCharacters } ? text.Trim() : throw NoTranscript(model, new FormatException("There is no text, or far too much of it."));

    private static AiOsException NoTranscript(TranscriptionModel model, Exception cause) =>
        new($"The transcription model {model.Name} answered something that is no transcript.", cause);

    private static AiOsException Away(TranscriptionModel model, string how, Exception cause) =>
        new($"The transcription model {model.Name} {how}.", cause) { IsTransient = true };
}
