namespace AiOs.Kernel.Playbooks.Running;

/// <summary>How the step stands that a run is at.</summary>
internal enum StepStanding
{
    /// <summary>No step was begun.</summary>
    Unbegun,

    /// <summary>It is to be prepared anew: nothing of it was done.</summary>
    Fresh,

    /// <summary>It is done, or answered.</summary>
    Over,

    /// <summary>It was not to be.</summary>
    Refused,

    /// <summary>Nobody answered in time.</summary>
    Silent,

    /// <summary>The run rests at it.</summary>
    Resting,
}
