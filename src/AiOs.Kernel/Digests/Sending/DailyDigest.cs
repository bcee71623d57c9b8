using AiOs.Contracts.Cards;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Digests.Words;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Digests.Sending;

/// <summary>The daily digest. It has done its work when it stands in at least one place of the operator's, or when the page is all there is.</summary>
internal sealed class DailyDigest : IJob
{
    public const string JobName = "daily-digest";

    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(10);

    private readonly DigestMarks _marks;
    private readonly DigestMaker _maker;
    private readonly DigestRound _round;
    private readonly DigestSettings _settings;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _started;

    public DailyDigest(DigestMarks marks, DigestMaker maker, DigestRound round, DigestSettings settings, TimeProvider time)
    {
        _marks = marks;
        _maker = maker;
        _round = round;
        _settings = settings;
        _time = time;
        _started = time.Instant();
    }

    public string Name => JobName;

    public string Title => "Send the daily digest";

    public string Cron => _settings.Cron;

    public CatchUp CatchUp => CatchUp.Once;

    public TimeSpan Timeout => TimeSpan.FromMinutes(5);

    public async Task<JobReport> RunAsync(JobCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var key = DigestMarks.KeyOf(call);
        var window = await _marks.OpenAsync(key, cancellationToken);
        var report = await _maker.MakeAsync(window, cancellationToken) with { Late = LateOf(call) };
        var places = await _round.SendAsync(key, report, cancellationToken);
        await _marks.CloseAsync(key, places.Where(static place => place.Outcome is PlaceOutcome.Gone).Select(static place => place.Channel), cancellationToken);
        if (places.Count > 0 && places.All(static place => place.Outcome is not (PlaceOutcome.Sent or PlaceOutcome.Unknown)))
        {
            return new JobReport.Failed(
                $"None of {Counted.Of(places.Count, "place", "places")} took the digest; it is on the web page.",
                MayRetry: places.Any(static place => place.Outcome is PlaceOutcome.Late));
        }

        await _marks.MoveAsync(new LastDigest(key, call.DueAt, window.UpTo, window.Until), cancellationToken);
        return new JobReport.Proved(Sentence(places), ProofOf(report, places));
    }

    private string? LateOf(JobCall call)
    {
        var late = _time.Instant() - call.DueAt;
        if (late <= Punctual)
        {
            return null;
        }

        var hours = late.TotalHours;
        var much = hours < 1 ? Counted.Of((int)late.TotalMinutes, "minute", "minutes") : Counted.Of((int)Math.Round(hours), "hour", "hours");
        var why = _started > call.DueAt ? "since no host ran" : "since it could not be sent before";
        return $"Comes {much} late, {why}.{(call.Missed > 0 ? $" It stands for {Counted.Of(call.Missed, "earlier one", "earlier ones")} as well." : string.Empty)}";
    }

    private static string Sentence(IReadOnlyList<PlaceReport> places) => places.Count(static place => place.Outcome is PlaceOutcome.Sent) switch
    {
        0 when places.Count == 0 => "The digest is on the web page; nobody is paired in a chat.",
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
