using AiOs.Benchmarks.Hosts;

namespace AiOs.Benchmarks.Load;

/// <summary>What a slice of load came to.</summary>
internal sealed record LoadSlice
{
    public required int Rounds { get; init; }

    public required double Seconds { get; init; }

    /// <summary>From sending a message until its card is read; empty where there are no messages.</summary>
    public IReadOnlyCollection<long> MessageTicks { get; init; } = [];

    /// <summary>From sending a tap until it is known to be done.</summary>
    public IReadOnlyCollection<long> TapTicks { get; init; } = [];

    /// <summary>CPU time of this process.</summary>
    public ProcessFigures Client { get; init; }

    /// <summary>CPU time of the server.</summary>
    public ProcessFigures Server { get; init; }

    public long MessageReplyBytes { get; init; }

    public long TapReplyBytes { get; init; }

    public double PerSecond => Rounds / Seconds;
}
