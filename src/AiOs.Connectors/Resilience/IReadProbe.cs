namespace AiOs.Connectors.Resilience;

/// <summary>Finds out whether an outside part answers again, without changing anything there.</summary>
internal interface IReadProbe
{
    /// <summary>Asks once. A part that does not answer is <c>false</c>; it throws only where the caller gives up.</summary>
    Task<bool> ProbeAsync(CancellationToken cancellationToken);
}
