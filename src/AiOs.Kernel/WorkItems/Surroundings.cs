namespace AiOs.Kernel.WorkItems;

/// <summary>All that the next step depends on beside the work item itself.</summary>
/// <param name="Now">The moment, UTC.</param>
/// <param name="Incarnation">Which start of which host asks.</param>
/// <param name="Alone">Whether no other live host shares the store, so that an attempt of another incarnation is known to be over.</param>
/// <param name="Frozen">Whether nothing may run at present.</param>
internal sealed record Surroundings(DateTimeOffset Now, string Incarnation, bool Alone, bool Frozen);
