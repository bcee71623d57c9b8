namespace AiOs.Contracts.Forgetting;

/// <summary>
/// Where the list of what was forgotten is kept: outside the data folder and outside of backups, so that an older copy that is put back
/// does not bring anybody back.
/// </summary>
public interface IErasureFile
{
    /// <summary>Reads the list. A file that is there and cannot be read is an <see cref="AiOsException"/>.</summary>
    /// <returns>Its bytes, or nothing where nobody was forgotten yet.</returns>
    byte[]? Read();

    /// <summary>Replaces the list, at one stroke and durably.</summary>
    /// <param name="list">The whole list.</param>
    void Write(ReadOnlySpan<byte> list);
}
