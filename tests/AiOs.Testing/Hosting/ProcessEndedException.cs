namespace AiOs.Testing.Hosting;

/// <summary>A process ended before it said what was waited for.</summary>
public sealed class ProcessEndedException(string message) : Exception(message)
{
    public const int Killed = 128 + 9;

    public int ExitCode { get; init; }
}
