namespace AiOs.Evaluation;

/// <summary>What the command line asks for.</summary>
internal sealed record EvaluationOptions
{
    public const string Usage =
        "dotnet run --project tests/AiOs.Evaluation -c Release -- --data DIR [--test DIR] [--json FILE] [--only PART] [--verbose]";

    /// <summary>The development half: what is learned from, and scored on where no other folder is given.</summary>
    public required string Data { get; init; }

    /// <summary>The folder with other cases, of which all are scored; nothing scores the development half.</summary>
    public string? Test { get; init; }

    public string? JsonFile { get; init; }

    /// <summary>The one part to run; nothing runs all.</summary>
    public string? Only { get; init; }

    /// <summary>Whether each case that failed is told, and how.</summary>
    public bool Verbose { get; init; }

    /// <summary>The folder whose cases are scored.</summary>
    public string Scored => Test ?? Data;

    /// <summary>Reads the arguments; nothing where they cannot be used, and then <paramref name="wrong"/> says why in one sentence.</summary>
    public static EvaluationOptions? Parse(string[] arguments, out string wrong)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        wrong = string.Empty;
        for (var index = 0; index < arguments.Length && wrong.Length == 0; index++)
        {
            var name = arguments[index];
            var value = index + 1 < arguments.Length && !arguments[index + 1].StartsWith("--", StringComparison.Ordinal) ? arguments[index + 1] : null;
            wrong = (name, value) switch
            {
                _ when values.ContainsKey(name) => $"The option '{name}' is given twice.",
                ("--verbose", _) => string.Empty,
                ("--data" or "--test" or "--json" or "--only", null) => $"The option '{name}' needs a value.",
                ("--data" or "--test", { } folder) when !Directory.Exists(folder) => $"The folder '{folder}' given with {name} does not exist.",
                ("--data" or "--test" or "--json" or "--only", _) => string.Empty,
                _ => $"There is no option '{name}'.",
            };
            values[name] = value;
            if (name != "--verbose" && value is not null) index++;
        }

        if (wrong.Length == 0 && !values.ContainsKey("--data")) wrong = "The option --data DIR is missing: the folder with the evaluation data.";
        return wrong.Length > 0 ? null : new EvaluationOptions
        {
            Data = values["--data"]!,
            Test = values.GetValueOrDefault("--test"),
            JsonFile = values.GetValueOrDefault("--json"),
            Only = values.GetValueOrDefault("--only"),
            Verbose = values.ContainsKey("--verbose"),
        };
    }
}
