using AiOs.Contracts.Forgetting;

namespace AiOs.Kernel.Forgetting;

/// <summary>A host without a place outside the data folder: what is forgotten is remembered in the journal alone.</summary>
internal sealed class NoErasureFile : IErasureFile
{
    private byte[]? _list;

    public byte[]? Read() => _list;

    public void Write(ReadOnlySpan<byte> list) => _list = list.ToArray();
}
