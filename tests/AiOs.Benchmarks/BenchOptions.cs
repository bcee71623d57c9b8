using System.Globalization;

namespace AiOs.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchOptions
{
    public const string Usage =
        "dotnet run --project tests/AiOs.Benchmarks -c Release -- [--only PART[,PART]] [--quick] [--json FILE] [--folder DIR]\n"
        + "       ... -- --profile [--quick] [--loop SECONDS]\n"
        + "parts: journal, rounds, start, memory, full, syncs, disk, recall, model, chat";

    /// <summary>Small amounts: shows that the program works, not how quick the host is.</summary>
    public bool Quick { get; init; }

    public bool Profile { get; init; }

    /// <summary>With <see cref="Profile"/>: how long to loop rounds for a sampling profiler; 0 prints the stages instead.</summary>
    public int LoopSeconds { get; init; }

    public IReadOnlyList<string> Only { get; init; } = [];

    public string? JsonFile { get; init; }

    /// <summary>The folder whose disk is measured; the system's folder for temporary files where nothing is given.</summary>
    public string? Folder { get; init; }

    /// <summary>Slices of each side that are measured in turns.</summary>
    public int Slices => Quick ? 2 : 7;

    public TimeSpan Slice => TimeSpan.FromSeconds(Quick ? 0.4 : 3);

    public TimeSpan WarmUp => TimeSpan.FromSeconds(Quick ? 0.8 : 8);

    /// <summary>Reads the arguments; nothing where they cannot be used.</summary>
    public static BenchOptions? Parse(string[] arguments)
    {
        var options = new BenchOptions();
        for (var index = 0; index < arguments.Length; index++)
        {
            var value = index + 1 < arguments.Length ? arguments[index + 1] : null;
            (var read, var took) = (arguments[index], value) switch
            {
                ("--quick", _) => (options with { Quick = true }, 0),
                ("--profile", _) => (options with { Profile = true }, 0),
                ("--loop", { } text) when int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) => (options with { LoopSeconds = seconds }, 1),
                ("--only", { } text) => (options with { Only = text.Split(',') }, 1),
                ("--json", { } text) => (options with { JsonFile = text }, 1),
                ("--folder", { } text) => (options with { Folder = text }, 1),
                _ => ((BenchOptions?)null, 0),
            };
            if (read is null)
            {
                return null;
            }

            options = read;
            index += took;
        }

        return options;
    }
}
