using AiOs.Contracts.Ports;

namespace AiOs.Channels.Web.Tests.Fakes;

/// <summary>Different bytes each time, the same in each run.</summary>
internal sealed class CountingEntropy : IEntropy
{
    private int _count;

    public void Fill(Span<byte> buffer)
    {
        buffer.Fill((byte)Interlocked.Increment(ref _count));
        BitConverter.TryWriteBytes(buffer, _count);
    }
}
