namespace AiOs.Contracts;

/// <summary>Another host appended first; whoever decided on the old head decides again on the new one.</summary>
public sealed class PositionTakenException : AiOsException
{
    /// <summary>Makes one.</summary>
    public PositionTakenException()
        : base("Another host wrote to the journal first.")
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What happened.</param>
    public PositionTakenException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public PositionTakenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
