namespace AiOs.Contracts.Chat;

/// <summary>Writes down what was spoken.</summary>
public interface ITranscriber
{
    /// <summary>Writes it down. Throws a transient <see cref="AiOsException"/> where the server is away.</summary>
    /// <param name="name">The file's name; its ending tells the server what it is.</param>
    /// <param name="mediaType">Its type as declared.</param>
    /// <param name="bytes">The recording; at most 20 MB.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The words; nothing where no server is configured that can.</returns>
    Task<string?> TranscribeAsync(string name, string mediaType, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);
}
