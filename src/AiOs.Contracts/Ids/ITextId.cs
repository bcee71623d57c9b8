namespace AiOs.Contracts.Ids;

/// <summary>An id that is written as one word of text.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface ITextId<TSelf>
    where TSelf : struct, ITextId<TSelf>
{
    /// <summary>Reads the id from its text form.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="id">The id, or the default when the text is not one.</param>
    /// <returns>Whether the text was an id.</returns>
    static abstract bool TryParse(string? text, out TSelf id);
}
