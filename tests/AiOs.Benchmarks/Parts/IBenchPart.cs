using AiOs.Benchmarks.Reporting;

namespace AiOs.Benchmarks.Parts;

/// <summary>One part of the table.</summary>
internal interface IBenchPart
{
    /// <summary>How <c>--only</c> calls it.</summary>
    string Name { get; }

    /// <summary>Measures and reports. Throws where what was measured did not really happen.</summary>
    Task RunAsync(Report report, CancellationToken cancellationToken);
}
