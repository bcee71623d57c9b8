using AiOs.Contracts;
using AiOs.Contracts.Ports;

namespace AiOs.Testing.Stores;

/// <summary>Signed heads in memory, in two places.</summary>
public sealed class InMemoryHeadCopies : IHeadCopies
{
    private readonly Lock _gate = new();
    private byte[]?[] _copies = [null, null];

    /// <summary>While it is set no head can be written.</summary>
    public bool IsFull { get; set; }

    /// <summary>The copies as they stand; nothing where a place is empty.</summary>
    /// <returns>Both places.</returns>
    public byte[]?[] Take()
    {
        lock (_gate)
        {
            return [.. _copies];
        }
    }

    /// <summary>Puts copies back as somebody with a backup would.</summary>
    /// <param name="copies">Both places.</param>
    public void Put(params byte[]?[] copies)
    {
        lock (_gate)
        {
            _copies = [.. copies];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Read() => [.. Take().OfType<byte[]>()];

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> signedHead)
    {
        if (IsFull)
        {
            throw new AiOsException("The head's disk is full.") { IsTransient = true };
        }

        Put(signedHead.ToArray(), signedHead.ToArray());
    }
}
