using AiOs.Contracts.Ids;

namespace AiOs.Kernel.WorkItems.Routines;

/// <summary>Finds who prepares the program's own work.</summary>
internal sealed class Routines(IEnumerable<IRoutine> all)
{
    private readonly IRoutine[] _all = [.. all];

    /// <summary>Whether only the program itself proposes a kind of effect: no agent does, whatever its grant.</summary>
    public static bool Owns(EffectKind kind) => kind == EffectKind.JobRun || kind == EffectKind.PlaybookStart || kind == EffectKind.WorkSplit;

    /// <summary>The routine of a work item; nothing where Intake and an agent prepare it.</summary>
    public async Task<IRoutine?> FindAsync(WorkItem item, CancellationToken cancellationToken)
    {
        foreach (var routine in _all)
        {
            if (item.Content is { Occasion: not null } ? routine.Fits(item) : await routine.HearsAsync(item, cancellationToken))
            {
                return routine;
            }
        }

        return null;
    }
}
