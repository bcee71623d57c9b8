namespace AiOs.Kernel.Playbooks.Running;

/// <summary>Where a run is.</summary>
/// <param name="Step">The step, counted from 1; 0 before the first.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Rest">The rest, where it rests.</param>
/// <param name="Replied">Whether somebody answered its mail.</param>
internal sealed record RunPosition(int Step, StepStanding Standing, RunRest? Rest, bool Replied);
