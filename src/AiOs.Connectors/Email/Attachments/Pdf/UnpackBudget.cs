namespace AiOs.Connectors.Email.Attachments.Pdf;

/// <summary>How much the streams of one document may still unpack to.</summary>
internal sealed class UnpackBudget(long most, StopSign stop)
{
    public long Left { get; private set; } = most;

    /// <summary>Takes what a stream unpacks to; throws where it is more than is left, or where nobody waits any more.</summary>
    public void Take(long bytes)
    {
        stop.ThrowIfRaised();
        Left -= bytes;
        if (Left < 0) throw new UnreadableAttachmentException("unpacks to far more than it is, so its text was not read");
    }

    public void Check() => Take(0);
}
