namespace AiOs.Simulation.Outside;

/// <summary>How one question to an outside system goes.</summary>
internal enum LookUpFault
{
    None,

    /// <summary>It says that it cannot tell.</summary>
    NoAnswer,

    /// <summary>It cannot be reached.</summary>
    Throws,

    /// <summary>No reply until the deadline.</summary>
    Hangs,
}
