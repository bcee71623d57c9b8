using System.ClientModel;
using AiOs.Contracts;
using Microsoft.Extensions.AI;

namespace AiOs.Memory.Embedding;

/// <summary>Asks a model for vectors and takes nothing that is not one.</summary>
/// <param name="time">The clock.</param>
internal sealed class Embedder(TimeProvider time)
{
    private const int MostDimensions = 4096;

    /// <summary>The vectors of some texts. Throws <see cref="AiOsException"/> with IsTransient where the model is away or too slow, and <see cref="TextRefusedException"/> where it does not take one of them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A vector of length 1 for each text, in order.</returns>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(
        EmbeddingModel model, IReadOnlyList<string> texts, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var made = await model.Generator.GenerateAsync(texts, options: null, both.Token);
            return Checked(model, texts.Count, made);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Away(model, "did not answer in time", exception);
        }
        catch (ClientResultException exception)
        {
            throw exception.Status is 400 or 413 or 422
                ? new TextRefusedException($"The embedding model {model.Id} refused a text ({exception.Status}).", exception)
                : exception.Status is 401 or 403 or 404
                ? new AiOsException($"The embedding model {model.Id} refused ({exception.Status}); check Model:Endpoint, Model:ApiKey and Model:Embedding.", exception)
                : Away(model, "is away", exception);
        }
        // The client wraps what its own second and third try met.
        catch (Exception exception) when (exception is HttpRequestException or IOException or AggregateException)
        {
            throw Away(model, "is away", exception);
        }
        catch (Exception exception) when (exception is FormatException or System.Text.Json.JsonException or InvalidOperationException or ArgumentException)
        {
            throw new AiOsException($"The embedding model {model.Id} answered something that is no vector.", exception);
        }
    }

    private static AiOsException Away(EmbeddingModel model, string how, Exception cause) =>
        new($"The embedding model {model.Id} {how}.", cause) { IsTransient = true };

    private static List<ReadOnlyMemory<float>> Checked(EmbeddingModel model, int expected, GeneratedEmbeddings<Embedding<float>> made)
    {
        if (made.Count != expected || made.Any(vector => vector.Vector.Length is 0 or > MostDimensions || vector.Vector.Length != made[0].Vector.Length))
        {
            throw new AiOsException($"The embedding model {model.Id} gave {made.Count} vectors of unequal or unusable length for {expected} texts.");
        }

        return [.. made.Select(vector => Unit(vector.Vector))];
    }

    /// <summary>Some models give vectors of another length; what is not a number is taken for nothing said.</summary>
    private static ReadOnlyMemory<float> Unit(ReadOnlyMemory<float> values)
    {
        var sum = 0d;
        foreach (var value in values.Span)
        {
            sum += (double)value * value;
        }

        var length = Math.Sqrt(sum);
        return double.IsFinite(length) && length > 0 ? values.ToArray().Select(value => (float)(value / length)).ToArray() : new float[values.Length];
    }
}
