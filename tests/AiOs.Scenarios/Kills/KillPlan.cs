using AiOs.Testing;

namespace AiOs.Scenarios.Kills;

/// <summary>How many kills each test must come to at least, and how many all came to so far.</summary>
public static class KillPlan
{
    /// <summary>What the full run must come to.</summary>
    public const int Least = 200;

    private static int _sum;

    public static int FirstStarts => 2;

    public static int Boundaries(bool server) => Counts.Of(8, server ? 9 : 18);

    public static int Recovery(bool server) => Counts.Of(3, server ? 25 : 104);

    public static int Folder => Counts.Of(1, 9);

    public static int Random => Counts.Of(3, 18);

    /// <summary>The kills that the tests of a full run must come to together.</summary>
    public static int Sum => FirstStarts + Boundaries(server: false) + Boundaries(server: true) + Recovery(server: false) + Recovery(server: true) + Folder + (2 * Random);

    /// <summary>Says what a test came to, with the sum of all tests until now.</summary>
    public static void Say(int kills, string what) => Hosting.Tally.Say($"{kills} kills, {what}; {Interlocked.Add(ref _sum, kills)} kills by now");
}
