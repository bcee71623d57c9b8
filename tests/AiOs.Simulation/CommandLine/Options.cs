using System.Globalization;

namespace AiOs.Simulation.CommandLine;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = "Usage: --seeds N [--from S] [--control NAME], --hashes N [--from S], or --soak MINUTES [--rate N].";

    public int Seeds { get; init; }

    /// <summary>How many seeds to run one after another only to say where their journals end.</summary>
    public int Hashes { get; init; }

    public long From { get; init; } = 1;

    public string? Control { get; init; }

    public int SoakMinutes { get; init; }

    public int Rate { get; init; } = 20;

    /// <summary>Reads the arguments.</summary>
    /// <param name="args">As they were given.</param>
    /// <param name="fault">One clear sentence where they are wrong.</param>
    /// <returns>The options, or nothing.</returns>
    public static Options? Read(IReadOnlyList<string> args, out string fault)
    {
        var options = new Options();
        fault = string.Empty;
        for (var index = 0; index < args.Count; index += 2)
        {
            var value = index + 1 < args.Count ? args[index + 1] : string.Empty;
            if (options.With(args[index], value) is not { } next)
            {
                fault = $"'{args[index]} {value}'".Replace(" '", "'", StringComparison.Ordinal) + " is not understood. " + Usage;
                return null;
            }

            options = next;
        }

        if (new[] { options.Seeds, options.Hashes, options.SoakMinutes }.Count(number => number > 0) != 1)
        {
            fault = "Say one of these: how many seeds, how many hashes or how many minutes. " + Usage;
            return null;
        }

        return options;
    }

    private Options? With(string name, string value) => (name, int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) switch
    {
        ("--seeds", true) when number > 0 => this with { Seeds = number },
        ("--from", _) when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var from) => this with { From = from },
        ("--hashes", true) when number > 0 => this with { Hashes = number },
        ("--soak", true) when number > 0 => this with { SoakMinutes = number },
        ("--rate", true) when number > 0 => this with { Rate = number },
        ("--control", _) when value.Length > 0 => this with { Control = value },
        _ => null,
    };
}
