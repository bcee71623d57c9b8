using AiOs.Contracts.Cards;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Digests.Words;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Digests.Sending;

/// <summary>Makes and sends one daily digest. It has done its work when it stands in at least one place of the operator's, or when the page is all there is.</summary>
internal sealed class DigestTurn(DigestMarks marks, DigestMaker maker, DigestRound round, TimeProvider time)
{
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(10);

    /// <summary>Makes and sends it.</summary>
    /// <param name="call">What it is sent for.</param>
    /// <param name="started">When this host started.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<JobReport> RunAsync(JobCall call, DateTimeOffset started, CancellationToken cancellationToken)
    {
        var key = DigestMarks.KeyOf(call);
        var window = await marks.OpenAsync(key, cancellationToken);
        var report = await maker.MakeAsync(window, cancellationToken) with { Late = LateOf(call, started) };
        var places = await round.SendAsync(key, report, cancellationToken);
        await marks.CloseAsync(key, places.Where(static place => place.Outcome is PlaceOutcome.Gone).Select(static place => place.Channel), cancellationToken);
        if (places.Count > 0 && places.All(static place => place.Outcome is not (PlaceOutcome.Sent or PlaceOutcome.Unknown)))
        {
            return new JobReport.Failed(
                $"None of {Counted.Of(places.Count, "place", "places")} took the digest; it is on the web page.",
                MayRetry: places.Any(static place => place.Outcome is PlaceOutcome.Late));
        }

        await marks.MoveAsync(new LastDigest(key, call.DueAt, window.UpTo, window.Until), cancellationToken);
        return new JobReport.Proved(Sentence(places), ProofOf(report, places));
    }

    private string? LateOf(JobCall call, DateTimeOffset started)
    {
        var late = time.Instant() - call.DueAt;
        if (late <= Punctual)
        {
            return null;
        }

        var hours = late.TotalHours;
        var much = hours < 1 ? Counted.Of((int)late.TotalMinutes, "minute", "minutes") : Counted.Of((int)Math.Round(hours), "hour", "hours");
        var why = started > call.DueAt ? "since no host ran" : "since it could not be sent before";
        return $"Comes {much} late, {why}.{(call.Missed > 0 ? $" It stands for {Counted.Of(call.Missed, "earlier one", "earlier ones")} as well." : string.Empty)}";
    }

    private static string Sentence(IReadOnlyList<PlaceReport> places) => places.Count(static place => place.Outcome is PlaceOutcome.Sent) switch
    {
        0 when places.Count == 0 => "The digest is on the web page; nobody is paired who can be written to in a chat.",
        0 => "The digest was sent, but nobody can tell whether it stands anywhere.",
        var sent => $"The digest stands in {Counted.Of(sent, "place", "places")}.",
    };

    private static Fact[] ProofOf(DigestReport report, IReadOnlyList<PlaceReport> places) =>
    [
        new("commits", $"{Counted.Number(report.Window.After)} to {Counted.Number(report.Window.UpTo)}"),
        new("waiting", Counted.Number(report.Standing.Waiting)),
        new("done", Counted.Number(report.Tally.Done.Count)),
        new("failed", Counted.Number(report.Tally.Failed)),
        .. places.Count == 0 ? [new Fact("web", "on the page")] : Array.Empty<Fact>(),
        .. places.CountBy(static place => (place.Channel, place.Outcome)).Select(static one => new Fact(one.Key.Channel.Value, $"{Counted.Number(one.Value)} {WordOf(one.Key.Outcome)}")),
    ];

    private static string WordOf(PlaceOutcome outcome) => outcome switch
    {
        PlaceOutcome.Sent => "sent",
        PlaceOutcome.Unknown => "perhaps sent",
        PlaceOutcome.Late => "not sent yet",
        PlaceOutcome.Gone => "closed",
        _ => "refused",
    };
}
