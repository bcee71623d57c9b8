using AiOs.Contracts.Restoring;

namespace AiOs.Testing.Stores;

/// <summary>The mark of a copy that was put back, in memory.</summary>
public sealed class InMemoryRestoreMarks : IRestoreMarks
{
    private RestoreMark? _mark;

    /// <inheritdoc/>
    public RestoreMark? Read() => Volatile.Read(ref _mark);

    /// <inheritdoc/>
    public void Write(RestoreMark? mark) => Volatile.Write(ref _mark, mark);
}
