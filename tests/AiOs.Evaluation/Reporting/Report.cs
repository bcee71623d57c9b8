using System.Globalization;
using System.Text.Json;

namespace AiOs.Evaluation.Reporting;

/// <summary>Collects the figures of one run, and the cases that failed.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly List<Figure> _figures = [];
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public int Missed => _figures.Count(figure => figure.Goal is { } goal && !goal.IsMet(figure.Value));

    public void Add(string key, double value, Goal? goal = null, string note = "") => _figures.Add(new Figure(key, value, goal, note));

    /// <summary>Notes a case that failed, and how.</summary>
    public void Fault(string sentence) => _faults.Add(sentence);

    public async Task PrintAsync(TextWriter output)
    {
        var lines = _figures.Select(figure => new[] { figure.Key, Text(figure.Value), GoalText(figure.Goal), Verdict(figure), figure.Note })
            .Prepend(["", "measured", "goal", "", ""]).ToList();
        var widths = Enumerable.Range(0, 4).Select(column => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
        {
            var text = $"{line[0].PadRight(widths[0])}  {line[1].PadLeft(widths[1])}  {line[2].PadLeft(widths[2])}  {line[3].PadRight(widths[3])}  {line[4]}";
            await output.WriteLineAsync(text.TrimEnd());
        }

        var goals = _figures.Count(figure => figure.Goal is not null);
        await output.WriteLineAsync($"\n{goals - Missed} of {goals} goals met, {Missed} missed.");
    }

    public Task WriteJsonAsync(string file, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(file, JsonSerializer.Serialize(_figures.ToDictionary(figure => figure.Key, figure => figure.Value), Indented) + "\n", cancellationToken);

    private static string GoalText(Goal? goal) => goal is null ? string.Empty : (goal.AtLeast ? ">= " : "<= ") + Text(goal.Value);

    private static string Verdict(Figure figure) => figure.Goal is null ? string.Empty : figure.Goal.IsMet(figure.Value) ? "met" : "MISSED";

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
