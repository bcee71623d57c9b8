using System.Text;
using System.Text.Json;
using AiOs.Agents.Intake.Learning;

namespace AiOs.Evaluation.Texts;

/// <summary>Reads the two sets of short messages with labels.</summary>
internal static class LabelledTexts
{
    /// <summary>Reads <c>text,category</c> lines with quotes where a text has a comma or a quote.</summary>
    public static async Task<List<LearnedExample>> BankingAsync(string folder, string file, CancellationToken cancellationToken)
    {
        var rows = Rows(await File.ReadAllTextAsync(Path.Combine(folder, "banking77", file), cancellationToken));
        if (rows.Count < 2 || rows.Any(row => row.Count != 2)) throw new InvalidDataException($"banking77/{file} is not a list of texts with one label each.");
        return [.. rows.Skip(1).Select(row => new LearnedExample(row[0].Trim(), row[1]))];
    }

    /// <summary>Reads parts with names, each a list of text and label; what lies outside of all labels stands in parts that begin with "oos".</summary>
    public static async Task<Dictionary<string, List<LearnedExample>>> ClincAsync(string folder, string file, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "clinc150", file), cancellationToken));
            return document.RootElement.EnumerateObject().ToDictionary(
                part => part.Name,
                part => part.Value.EnumerateArray().Select(pair => new LearnedExample(pair[0].GetString()!, IsOutside(part.Name) ? null : pair[1].GetString()!)).ToList(),
                StringComparer.Ordinal);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"clinc150/{file} is not lists of texts with labels: {wrong.Message}");
        }
    }

    public static bool IsOutside(string part) => part.StartsWith("oos", StringComparison.Ordinal);

    private static List<List<string>> Rows(string text)
    {
        var rows = new List<List<string>> { new() };
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (quoted && text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"') field.Append(text[at++]);
            else if (text[at] == '"') quoted = !quoted;
            else if (!quoted && text[at] is (',' or '\n')) End(rows, field, text[at] == '\n');
            else if (quoted || text[at] != '\r') field.Append(text[at]);
        }

        if (field.Length > 0) End(rows, field, line: true);
        rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    private static void End(List<List<string>> rows, StringBuilder field, bool line)
    {
        rows[^1].Add(field.ToString());
        field.Clear();
        if (line) rows.Add([]);
    }
}
