using System.Globalization;

namespace AiOs.Benchmarks.Hosts;

/// <summary>What the system tells of a process (Linux).</summary>
/// <param name="UserSeconds">CPU time of its own.</param>
/// <param name="SystemSeconds">CPU time of the system on its behalf.</param>
internal readonly record struct ProcessFigures(double UserSeconds, double SystemSeconds)
{
    private const double TicksPerSecond = 100;

    public double Seconds => UserSeconds + SystemSeconds;

    public static ProcessFigures Read(int process)
    {
        var text = File.ReadAllText($"/proc/{process}/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return new ProcessFigures(Number(fields[11]) / TicksPerSecond, Number(fields[12]) / TicksPerSecond);
    }

    /// <summary>Proportional set size in megabytes (10^6).</summary>
    public static double Pss(int process) => Kilobytes(process, "Pss:") * 1024 / 1e6;

    /// <summary>Resident set size in megabytes (10^6).</summary>
    public static double Rss(int process) => Kilobytes(process, "Rss:") * 1024 / 1e6;

    public static int Handles(int process) => Directory.GetFileSystemEntries($"/proc/{process}/fd").Length;

    public static ProcessFigures operator -(ProcessFigures after, ProcessFigures before) =>
        new(after.UserSeconds - before.UserSeconds, after.SystemSeconds - before.SystemSeconds);

    public static ProcessFigures operator +(ProcessFigures one, ProcessFigures other) =>
        new(one.UserSeconds + other.UserSeconds, one.SystemSeconds + other.SystemSeconds);

    private static double Kilobytes(int process, string name)
    {
        var line = File.ReadLines($"/proc/{process}/smaps_rollup").First(one => one.StartsWith(name, StringComparison.Ordinal));
        return Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
