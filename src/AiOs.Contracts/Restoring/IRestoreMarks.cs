namespace AiOs.Contracts.Restoring;

/// <summary>Keeps the mark of a copy that was put back, outside the journal, until the operator says go.</summary>
public interface IRestoreMarks
{
    /// <summary>Reads the mark. One that is there and cannot be read is an <see cref="AiOsException"/>.</summary>
    /// <returns>The mark, or nothing in normal times.</returns>
    RestoreMark? Read();

    /// <summary>Sets the mark, at one stroke and durably.</summary>
    /// <param name="mark">The mark; nothing takes it away.</param>
    void Write(RestoreMark? mark);
}
