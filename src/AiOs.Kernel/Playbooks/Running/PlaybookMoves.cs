namespace AiOs.Kernel.Playbooks.Running;

/// <summary>
/// Decides what a run does next. Pure. Steps only ever go forward, and every rest has an end: a run comes to its end whatever happens, as long as
/// its questions are answered.
/// </summary>
internal static class PlaybookMoves
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromDays(1);

    /// <summary>Decides.</summary>
    /// <param name="book">The playbook in the version that is run.</param>
    /// <param name="at">Where the run is.</param>
    /// <param name="scope">What it can see; notes what was looked at.</param>
    /// <param name="now">The moment on the operator's clock.</param>
    /// <param name="zone">The operator's time zone.</param>
    public static PlaybookMove Next(PlaybookDocument book, RunPosition at, PlaybookScope scope, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (book.StopWhen.FirstOrDefault(condition => condition.Holds(scope)) is { } stop)
        {
            return new PlaybookMove.End($"It ends here: {stop.Words}.");
        }

        var step = at.Step is > 0 && at.Step <= book.Steps.Count ? book.Steps[at.Step - 1] : null;
        return at.Standing switch
        {
            StepStanding.Unbegun => From(1, book, scope, now, zone),
            StepStanding.Fresh when step is not null => From(at.Step, book, scope, now, zone),
            StepStanding.Refused when step is { SkipsNo: false } => new PlaybookMove.End($"It ends here: there was no yes to {step.Words}."),
            StepStanding.Silent when step is { SkipsNo: false } => new PlaybookMove.End($"It ends here: nobody answered {step.Words} in time."),
            StepStanding.Resting when step is { Does: StepDoes.Wait wait } && at.Rest is { } rest => OfRest(book, at, step, wait, rest, scope, now, zone),
            _ => From(at.Step + 1, book, scope, now, zone),
        };
    }

    private static PlaybookMove OfRest(
        PlaybookDocument book, RunPosition at, PlaybookStep step, StepDoes.Wait wait, RunRest rest, PlaybookScope scope, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (at.Replied && wait.OnReply is { } leads)
        {
            return leads.Stops ? new PlaybookMove.End("It ends here: somebody answered the mail.") : From(leads.To ?? (at.Step + 1), book, scope, now, zone);
        }

        return now >= rest.Until || IsReached(wait, scope) ? From(at.Step + 1, book, scope, now, zone) : Resting(book, step, wait, rest.Until, now);
    }

    /// <summary>The first step from a number on that is not left out.</summary>
    private static PlaybookMove From(int number, PlaybookDocument book, PlaybookScope scope, DateTimeOffset now, TimeZoneInfo zone)
    {
        foreach (var step in book.Steps.Skip(number - 1).Where(step => step.When.All(condition => condition.Holds(scope))))
        {
            if (step.Does is not StepDoes.Wait wait)
            {
                return new PlaybookMove.Take(step);
            }

            if (!IsReached(wait, scope))
            {
                return Resting(book, step, wait, EndOf(wait, now, zone), now);
            }
        }

        return new PlaybookMove.End("All its steps are done.");
    }

    private static bool IsReached(StepDoes.Wait wait, PlaybookScope scope) => wait.Until.Count > 0 && wait.Until.All(condition => condition.Holds(scope));

    private static PlaybookMove.Wait Resting(PlaybookDocument book, PlaybookStep step, StepDoes.Wait wait, DateTimeOffset until, DateTimeOffset now)
    {
        var timed = wait.Until.Concat(book.StopWhen).Any(condition => condition.IsTimed);
        return new PlaybookMove.Wait(step, new RunRest(until, wait.OnReply is not null, timed && now + LookEvery < until ? now + LookEvery : null));
    }

    /// <summary>A time of day that the clock leaves out that day comes one hour later.</summary>
    private static DateTimeOffset EndOf(StepDoes.Wait wait, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (wait.AtMost is { } most)
        {
            return now + most;
        }

        var local = TimeZoneInfo.ConvertTime(now, zone);
        var clock = local.Date + local.TimeOfDay;
        for (var days = 0; ; days++)
        {
            var moment = local.Date.AddDays(days) + wait.At.ToTimeSpan();
            moment = zone.IsInvalidTime(moment) ? moment.AddHours(1) : moment;
            if (moment.DayOfWeek == wait.Day && moment > clock)
            {
                return new DateTimeOffset(moment, zone.GetUtcOffset(moment)).ToUniversalTime();
            }
        }
    }
}
