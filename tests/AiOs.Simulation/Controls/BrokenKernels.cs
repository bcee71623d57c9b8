namespace AiOs.Simulation.Controls;

/// <summary>Every kernel that is broken on purpose.</summary>
internal static class BrokenKernels
{
    public static IReadOnlyList<Control> All { get; } = [];
}
