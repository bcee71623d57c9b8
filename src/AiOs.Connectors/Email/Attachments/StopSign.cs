namespace AiOs.Connectors.Email.Attachments;

/// <summary>Tells a reading that nobody waits for it any more.</summary>
internal sealed class StopSign
{
    private volatile bool _raised;

    public void Raise() => _raised = true;

    public void ThrowIfRaised()
    {
        if (_raised) throw new OperationCanceledException("Nobody waits for this file any more.");
    }
}
