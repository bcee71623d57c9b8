using System.Text.Json;

namespace AiOs.Benchmarks.Reporting;

/// <summary>Collects the figures of one run and prints them as one table.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly List<ResultRow> _rows = [];

    public IReadOnlyList<ResultRow> Rows => _rows;

    public int Missed => _rows.Count(row => row.Goal is { } goal && !goal.IsMet(row.Value));

    public void Add(string part, string name, double value, string unit, Goal? goal = null, string note = "") =>
        _rows.Add(new ResultRow(part, name, value, unit, goal, note));

    public async Task PrintAsync(TextWriter output)
    {
        var cells = _rows.Select(row => new[] { row.Name, row.Measured, row.GoalText, row.Verdict, row.Note }).Prepend(["", "measured", "goal", "", ""]).ToList();
        var widths = Enumerable.Range(0, 4).Select(column => cells.Max(line => line[column].Length)).ToArray();
        var part = string.Empty;
        for (var index = 0; index < cells.Count; index++)
        {
            var line = cells[index];
            if (index > 0 && _rows[index - 1].Part != part)
            {
                part = _rows[index - 1].Part;
                await output.WriteLineAsync($"\n{part}");
            }

            var text = $"  {line[0].PadRight(widths[0])}  {line[1].PadLeft(widths[1])}  {line[2].PadLeft(widths[2])}  {line[3].PadRight(widths[3])}  {line[4]}";
            await output.WriteLineAsync(text.TrimEnd());
        }
    }

    public async Task WriteJsonAsync(string file, IReadOnlyList<string> heading, CancellationToken cancellationToken)
    {
        var whole = new
        {
            heading,
            rows = _rows.Select(row => new
            {
                part = row.Part,
                name = row.Name,
                value = double.IsFinite(row.Value) ? row.Value : (double?)null,
                unit = row.Unit,
                goal = row.Goal?.Value,
                better = row.Goal is null ? null : row.Goal.AtLeast ? "more" : "less",
                met = row.Goal?.IsMet(row.Value),
                note = row.Note,
            }),
        };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(whole, Indented) + "\n", cancellationToken);
    }
}
