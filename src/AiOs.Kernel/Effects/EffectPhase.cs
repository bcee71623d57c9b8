namespace AiOs.Kernel.Effects;

/// <summary>What is known of an effect.</summary>
internal enum EffectPhase
{
    /// <summary>No attempt is under way, and none has had a result.</summary>
    Proposed,

    /// <summary>An attempt is under way.</summary>
    Requested,

    /// <summary>An answer was lost, and it can be found out what became of it.</summary>
    InDoubt,

    /// <summary>It happened.</summary>
    Done,

    /// <summary>It certainly did not happen.</summary>
    Failed,

    /// <summary>Only the operator can tell.</summary>
    Unknown,
}
