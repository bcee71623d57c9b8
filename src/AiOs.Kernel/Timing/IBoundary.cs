namespace AiOs.Kernel.Timing;

/// <summary>Crossed at every step boundary, so that a test can end the process exactly there.</summary>
internal interface IBoundary
{
    /// <summary>Called when a boundary is crossed.</summary>
    /// <param name="name">One of <see cref="Boundaries"/>.</param>
    void Cross(string name);
}
