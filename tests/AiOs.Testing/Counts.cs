namespace AiOs.Testing;

/// <summary>How much a test does: a little in a plain <c>dotnet test</c>, all of it where AIOS_FULL is 1, as in <c>.ci/run</c>.</summary>
public static class Counts
{
    /// <summary>Whether all of it is to be done.</summary>
    public static bool Full { get; } = Environment.GetEnvironmentVariable("AIOS_FULL") == "1";

    /// <summary>The one count or the other.</summary>
    /// <param name="reduced">In a plain run.</param>
    /// <param name="full">Where all of it is to be done.</param>
    /// <returns>How much to do.</returns>
    public static int Of(int reduced, int full) => Full ? full : reduced;
}
