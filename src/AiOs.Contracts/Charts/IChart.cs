namespace AiOs.Contracts.Charts;

/// <summary>Draws figures as a picture. Pure: the same figures give the same picture.</summary>
public interface IChart
{
    /// <summary>Draws them: one panel for each series that has anything in it.</summary>
    /// <param name="data">The figures. Throws <see cref="ArgumentException"/> where a series has another number of figures than there are days.</param>
    /// <returns>A PNG of 640 by 320 points; empty where there is nothing to draw.</returns>
    ReadOnlyMemory<byte> Draw(ChartData data);
}
