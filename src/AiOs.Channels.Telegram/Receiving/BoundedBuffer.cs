namespace AiOs.Channels.Telegram.Receiving;

/// <summary>Takes bytes up to a bound, whatever the other side said of their number.</summary>
internal sealed class BoundedBuffer(long most) : MemoryStream
{
    /// <summary>Whether more came than fits.</summary>
    public bool IsOver { get; private set; }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Length + buffer.Length > most)
        {
            IsOver = true;
            throw new IOException("More bytes came than are taken.");
        }

        base.Write(buffer.ToArray(), 0, buffer.Length);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }
}
