namespace AiOs.Contracts;

/// <summary>Something is broken. Its message is one clear sentence; it is for the log and the command line, never for chat.</summary>
public class AiOsException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public AiOsException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public AiOsException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">What caused it.</param>
    public AiOsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the same call may succeed later without anybody doing anything.</summary>
    public bool IsTransient { get; init; }
}
