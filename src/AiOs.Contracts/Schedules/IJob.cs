namespace AiOs.Contracts.Schedules;

/// <summary>
/// Something the program does by the clock. It runs under a permit like any other effect, may be run again after a crash, and proves what it did:
/// that it ran is no result.
/// </summary>
public interface IJob
{
    /// <summary>Its name: lower case letters, digits and hyphens.</summary>
    string Name { get; }

    /// <summary>What it does, in a few words with a capital letter first.</summary>
    string Title { get; }

    /// <summary>When it is due unless the operator says otherwise: a cron expression of <see cref="ICron"/>.</summary>
    string Cron { get; }

    /// <summary>What happens to moments that passed while no host ran.</summary>
    CatchUp CatchUp { get; }

    /// <summary>How long it may take.</summary>
    TimeSpan Timeout { get; }

    /// <summary>Does it.</summary>
    /// <param name="call">What it is run for.</param>
    /// <param name="cancellationToken">Its time is over.</param>
    /// <returns>What came of it. Throws only where nothing came of it; that is a failure too.</returns>
    Task<JobReport> RunAsync(JobCall call, CancellationToken cancellationToken);
}
