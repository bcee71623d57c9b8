using AiOs.Evaluation.Reporting;

namespace AiOs.Evaluation.Parts;

/// <summary>One set of public data and what we make of it.</summary>
internal interface IEvaluationPart
{
    /// <summary>How <c>--only</c> calls it; its figures begin with it.</summary>
    string Name { get; }

    /// <summary>
    /// Scores and reports. Learns from <see cref="EvaluationOptions.Data"/> and scores <see cref="EvaluationOptions.Scored"/>; throws
    /// <see cref="IOException"/> or <see cref="InvalidDataException"/> where the data is not there or not as described.
    /// </summary>
    Task RunAsync(EvaluationOptions options, Report report, CancellationToken cancellationToken);
}
