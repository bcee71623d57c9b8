namespace AiOs.Testing.Teams;

/// <summary>What the next call of an operation meets.</summary>
public abstract record TeamsFault
{
    private TeamsFault()
    {
    }

    /// <summary>An error instead of doing it.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Code">The connector's word for it.</param>
    /// <param name="RetryAfter">Seconds for the header <c>Retry-After</c>, or nothing.</param>
    public sealed record Refuses(int Status, string Code, int? RetryAfter = null) : TeamsFault;

    /// <summary>It is done, and then the answer is an error.</summary>
    /// <param name="Status">The HTTP status, such as 408 or 502.</param>
    public sealed record BreaksAfter(int Status) : TeamsFault;

    /// <summary>The connection ends before anything is done.</summary>
    public sealed record DropsBefore : TeamsFault;

    /// <summary>It is done, and the connection ends without an answer.</summary>
    public sealed record DropsAfter : TeamsFault;

    /// <summary>Nothing is done before the task ends; then it goes on as usual.</summary>
    /// <param name="Until">What it waits for.</param>
    public sealed record Waits(Task Until) : TeamsFault;
}
