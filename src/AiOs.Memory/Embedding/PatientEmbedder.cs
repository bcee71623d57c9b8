namespace AiOs.Memory.Embedding;

/// <summary>
/// Gets vectors for texts that nobody waits for, and for every one of them: a text that a model does not take is asked for with less of it, and
/// what it does not take at all gets a vector without a direction, so that it keeps no other piece from its own.
/// </summary>
/// <param name="embedder">Asks a model.</param>
internal sealed class PatientEmbedder(Embedder embedder)
{
    private const int Shortest = 256;
    private const string AnyText = "text";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>The vectors of some texts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A vector for each text, in order.</returns>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(EmbeddingModel model, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            return await embedder.EmbedAsync(model, texts, Timeout, cancellationToken);
        }
        catch (TextRefusedException)
        {
            return await EachAsync(model, texts, cancellationToken);
        }
    }

    private async Task<List<ReadOnlyMemory<float>>> EachAsync(EmbeddingModel model, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var none = new float[(await OneAsync(model, AnyText, cancellationToken)).Length];
        var vectors = new List<ReadOnlyMemory<float>>(texts.Count);
        foreach (var text in texts)
        {
            vectors.Add(await TakenAsync(model, text, cancellationToken) ?? none);
        }

        return vectors;
    }

    private async Task<ReadOnlyMemory<float>?> TakenAsync(EmbeddingModel model, string text, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await OneAsync(model, text, cancellationToken);
            }
            catch (TextRefusedException) when (text.Length > Shortest)
            {
                text = EmbeddedText.Cut(text, text.Length / 2);
            }
            catch (TextRefusedException)
            {
                return null;
            }
        }
    }

    private async Task<ReadOnlyMemory<float>> OneAsync(EmbeddingModel model, string text, CancellationToken cancellationToken) =>
        (await embedder.EmbedAsync(model, [text], Timeout, cancellationToken))[0];
}
