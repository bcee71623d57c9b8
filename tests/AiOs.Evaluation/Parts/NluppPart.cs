using System.Globalization;
using AiOs.Agents.Intake.Extraction;
using AiOs.Evaluation.Reporting;
using AiOs.Evaluation.Values;

namespace AiOs.Evaluation.Parts;

/// <summary>
/// NLU++: days, times and amounts in short spoken messages, each value exactly right or wrong. A message's values are a set; days are those of the
/// slots date, date_from and date_to, times likewise. Nothing is learned, so every case is scored; but the rules were
/// written looking at the development data, so the note says how they fare on it with other values in the places of its own.
/// </summary>
internal sealed class NluppPart : IEvaluationPart
{
    private static readonly (string Key, double Goal)[] Kinds = [("nlupp.dates", 92), ("nlupp.times", 85), ("nlupp.amounts", 93)];

    /// <summary>The moment that FORMAT.md counts from.</summary>
    private static readonly DateTimeOffset Reference = new(2022, 3, 15, 9, 0, 0, TimeSpan.Zero);

    /// <summary>No currency (ISO 4217): what money is in that the message does not say; the data calls it ambiguous.</summary>
    private const string Unsaid = "XXX";

    public string Name => "nlupp";

    public async Task RunAsync(EvaluationOptions options, Report report, CancellationToken cancellationToken)
    {
        var cases = await ValueCase.ReadAsync(options.Scored, cancellationToken);
        var all = Score(cases, report.Fault);
        var other = options.Test is null ? Score(await NluppParaphrases.ReadAsync(options.Scored, cancellationToken), _ => { }) : null;
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            var check = other is null ? string.Empty : string.Create(
                CultureInfo.InvariantCulture, $"; {other[kind].F1:0.0} with other values in their places ({other[kind].Counts})");
            report.Add(Kinds[kind].Key, Math.Round(all[kind].F1, 2), Goal.Least(Kinds[kind].Goal), $"F1; {all[kind].Counts}{check}");
        }
    }

    private static ValueScore[] Score(IEnumerable<ValueCase> cases, Action<string> tell)
    {
        ValueScore[] scores = [new(), new(), new()];
        foreach (var one in cases)
        {
            var read = TextValues.Read(one.Text, Reference, TimeZoneInfo.Utc, Unsaid);
            List<string>[] found = [
                [.. read.Dates.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
                [.. read.Times.Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture))],
                [.. read.Amounts.Select(money => money.ToString().Replace(Unsaid, "ambiguous", StringComparison.Ordinal))]];
            IReadOnlyList<string>[] wanted = [one.Dates, one.Times, one.Amounts];
            for (var kind = 0; kind < Kinds.Length; kind++)
            {
                if (!scores[kind].Add(wanted[kind], found[kind]))
                {
                    tell($"{Kinds[kind].Key}: “{one.Text}” has {string.Join(", ", found[kind])} and not {string.Join(", ", wanted[kind])}");
                }
            }
        }

        return scores;
    }
}
