using AiOs.Contracts.Forgetting;

namespace AiOs.Testing.Stores;

/// <summary>The list of who was forgotten, in memory: it outlives the kernels and the stores.</summary>
public sealed class InMemoryErasureFile : IErasureFile
{
    private byte[]? _list;

    /// <inheritdoc/>
    public byte[]? Read() => Volatile.Read(ref _list);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> list) => Volatile.Write(ref _list, list.ToArray());
}
