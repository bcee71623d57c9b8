namespace AiOs.Kernel.WorkItems.Routines;

/// <summary>
/// Prepares what the program itself has to do, in the place of Intake and agent: a firing, a step of a playbook, the repair of a drift. Its
/// proposals are judged, asked and run like any other.
/// </summary>
internal interface IRoutine
{
    /// <summary>Whether it is the one for a work item.</summary>
    bool Fits(WorkItem item);

    /// <summary>Whether it is the one for what the operator typed, which no occasion brought about.</summary>
    Task<bool> HearsAsync(WorkItem item, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Prepares the next proposal. Reads only; called again whenever the one before is done and says that it continues.</summary>
    Task<RoutineDraft> DraftAsync(WorkItem item, CancellationToken cancellationToken);
}
