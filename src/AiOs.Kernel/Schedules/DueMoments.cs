namespace AiOs.Kernel.Schedules;

/// <summary>What is to be done about the moments of one schedule that came due. Each is in exactly one of the three.</summary>
/// <param name="Fires">The moment that fires; nothing where none does.</param>
/// <param name="StandsFor">The earlier moments that the firing stands for as well.</param>
/// <param name="Skipped">The moments that are left out.</param>
internal sealed record DueMoments(DateTimeOffset? Fires, IReadOnlyList<DateTimeOffset> StandsFor, IReadOnlyList<DateTimeOffset> Skipped)
{
    /// <summary>Up to which moment the schedule is dealt with then.</summary>
    public DateTimeOffset Last => Fires is { } fires && (Skipped.Count == 0 || fires > Skipped[^1]) ? fires : Skipped[^1];
}
