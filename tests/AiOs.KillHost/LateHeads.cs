using AiOs.Contracts.Ports;

namespace AiOs.KillHost;

/// <summary>Keeps the signed head from telling on <see cref="LateIntentStore"/>: what is caught must be the second mail, not a head that leads.</summary>
internal sealed class LateHeads(IHeadCopies inner, LateIntentStore store) : IHeadCopies
{
    public IReadOnlyList<byte[]> Read() => inner.Read();

    public void Write(ReadOnlySpan<byte> signedHead)
    {
        if (!store.Holds)
        {
            inner.Write(signedHead);
        }
    }
}
