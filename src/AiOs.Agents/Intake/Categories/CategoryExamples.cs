using AiOs.Agents.Intake.Classification;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;

namespace AiOs.Agents.Intake.Categories;

/// <summary>
/// The examples written for this project: one file for each category, one example a line as <c>{marks} subject | text</c>.
/// </summary>
internal static class CategoryExamples
{
    private const string Prefix = "Intake.Examples.";

    public static IReadOnlyList<(ClassifierInput Input, string Label)> Read()
    {
        var examples = new List<(ClassifierInput, string)>();
        foreach (var category in Enum.GetValues<Category>())
        {
            var label = KebabEnumConverter<Category>.ToText(category);
            using var stream = typeof(CategoryExamples).Assembly.GetManifestResourceStream(Prefix + label)
                ?? throw new Contracts.AiOsException($"The examples of {label} are missing from the program; build it again.");
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                examples.Add((Parse(line), label));
            }
        }

        return examples;
    }

    private static ClassifierInput Parse(string line)
    {
        var marks = Array.Empty<string>();
        if (line.StartsWith('{'))
        {
            var end = line.IndexOf('}', StringComparison.Ordinal);
            marks = line[1..end].Split(',', StringSplitOptions.TrimEntries);
            line = line[(end + 1)..];
        }

        var bar = line.IndexOf('|', StringComparison.Ordinal);
        return new ClassifierInput(line[(bar + 1)..].Trim(), line[..bar].Trim(), marks);
    }
}
