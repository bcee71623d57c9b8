namespace AiOs.Kernel.Timing;

/// <summary>Nothing watches the boundaries: the normal case.</summary>
internal sealed class NoBoundary : IBoundary
{
    public void Cross(string name)
    {
        // Nothing waits here outside of kill tests.
    }
}
