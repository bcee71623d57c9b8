namespace AiOs.Testing.Mongo.Faults;

/// <summary>What goes wrong with a command.</summary>
public abstract record PeerFault
{
    private PeerFault()
    {
    }

    /// <summary>The connection is lost before the command is done.</summary>
    public sealed record DropBefore : PeerFault;

    /// <summary>The command is done, and its reply is lost with the connection.</summary>
    public sealed record DropReply : PeerFault;

    /// <summary>Only the first statements of a write are done, then the connection is lost.</summary>
    /// <param name="Statements">How many are done.</param>
    public sealed record ApplyPrefix(int Statements) : PeerFault;

    /// <summary>The command waits, then is done.</summary>
    /// <param name="Time">How long, on the peer's clock.</param>
    public sealed record Delay(TimeSpan Time) : PeerFault;

    /// <summary>The command waits until the task has ended, then is done.</summary>
    /// <param name="Until">What it waits for.</param>
    public sealed record Hold(Task Until) : PeerFault;

    /// <summary>The command is not done, and answered with an error. A retryable write gets the label RetryableWriteError where a server gives it.</summary>
    /// <param name="Code">The error's code, such as 11600.</param>
    /// <param name="Message">The error's message.</param>
    public sealed record Fail(int Code, string Message) : PeerFault
    {
        /// <summary>Labels beside the one that the server gives. By default none.</summary>
        public IReadOnlyList<string> Labels { get; init; } = [];
    }

    /// <summary>The command is done, and the reply says that its write concern was not met in time.</summary>
    public sealed record WriteConcernTimeout : PeerFault;
}
