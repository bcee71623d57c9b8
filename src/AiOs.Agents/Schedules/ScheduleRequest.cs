using System.Text.RegularExpressions;
using AiOs.Contracts.Schedules.Words;

namespace AiOs.Agents.Schedules;

/// <summary>
/// What the operator wants to run by the clock. Only for words that are the operator's own: what a mail or a quotation says is never handed to it.
/// </summary>
internal abstract partial record ScheduleRequest
{
    private ScheduleRequest()
    {
    }

    /// <summary>Something is to run at set times.</summary>
    /// <param name="Spoken">When and what.</param>
    public sealed record Run(SpokenSchedule Spoken) : ScheduleRequest;

    /// <summary>A schedule is stopped or goes on.</summary>
    /// <param name="Name">Which one.</param>
    /// <param name="Order"><c>stop</c> or <c>start</c>.</param>
    public sealed record Turn(string Name, string Order) : ScheduleRequest;

    /// <summary>Reads a request.</summary>
    /// <param name="text">What the operator typed.</param>
    /// <returns>The request; nothing where the whole text is none.</returns>
    public static ScheduleRequest? Read(string text)
    {
        if (Turning().Match(text.Trim()) is { Success: true } turn)
        {
            return new Turn(turn.Groups["name"].Value, turn.Groups["order"].Value);
        }

        return text.AsSpan().Trim() is ['>' or '"' or '“' or '„', ..] || ScheduleWords.Read(text) is not { } spoken ? null : new Run(spoken);
    }

    [GeneratedRegex("^(?<order>stop|start) schedule/(?<name>[a-z0-9-]{1,100})[.!]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Turning();
}
