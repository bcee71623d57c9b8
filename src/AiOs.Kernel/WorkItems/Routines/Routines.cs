using AiOs.Contracts.Ids;

namespace AiOs.Kernel.WorkItems.Routines;

/// <summary>Finds who prepares the program's own work.</summary>
internal sealed class Routines(IEnumerable<IRoutine> all)
{
    private readonly IRoutine[] _all = [.. all];

    /// <summary>Whether only the program itself proposes a kind of effect: no agent does, whatever its grant.</summary>
    public static bool Owns(EffectKind kind) => kind == EffectKind.JobRun || kind == EffectKind.PlaybookStart;

    /// <summary>The routine of a work item; nothing where Intake and an agent prepare it.</summary>
    public IRoutine? Find(WorkItem item) => item.Content is { Occasion: not null } ? Array.Find(_all, one => one.Fits(item)) : null;
}
