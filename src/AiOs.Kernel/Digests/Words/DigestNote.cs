using AiOs.Contracts.Cards;
using AiOs.Contracts.Charts;
using AiOs.Contracts.Desk;
using AiOs.Kernel.Digests.Counting;
using AiOs.Kernel.Digests.Standing;

namespace AiOs.Kernel.Digests.Words;

/// <summary>A digest in words, the same in every channel. What there is nothing of is left out. Pure.</summary>
/// <param name="zone">The operator's zone.</param>
/// <param name="chart">Draws the money; without it, words do.</param>
internal sealed class DigestNote(TimeZoneInfo zone, IChart? chart)
{
    private const int ShownHash = 12;
    private const int MostUnasked = 6;
    private const int MostFailures = 8;
    private const int MostNext = 4;

    private readonly LocalWords _local = new(zone);

    public string TitleOf(DigestReport report)
    {
        if (report.IsQuiet)
        {
            return "Quiet day: nothing waits, nothing failed.";
        }

        var (tally, standing) = (report.Tally, report.Standing);
        var done = tally.Done.Count(static one => !KindWords.IsRoutine(one.Kind));
        string[] parts =
        [
            standing.Waiting == 0 ? "nothing waits" : Counted.Of(standing.Waiting, "thing waits", "things wait"),
            done == 0 ? "nothing done" : $"{Counted.Number(done)} done",
            tally.Failed == 0 ? "nothing failed" : $"{Counted.Number(tally.Failed)} failed",
        ];
        return $"{_local.Day(report.Window.Until)}: {string.Join(", ", parts)}";
    }

    public IReadOnlyList<CardBlock> BlocksOf(DigestReport report) =>
    [
        .. report.Late is { } late ? [new CardBlock.Hint(late)] : Array.Empty<CardBlock>(),
        .. report.Standing.FrozenBecause is { } frozen ? [new CardBlock.Warning(frozen)] : Array.Empty<CardBlock>(),
        .. Waiting(report.Standing),
        .. Failures(report.Tally),
        .. Unasked(report.Tally),
        .. Done(report.Tally),
        .. Money(report),
        .. Offers(report.Standing),
        .. Next(report.Standing),
        Foot(report),
    ];

    private IEnumerable<CardBlock> Waiting(DigestStanding standing)
    {
        if (standing.Waiting == 0)
        {
            yield break;
        }

        string[] parts =
        [
            .. Counted.Some(standing.Decisions, "decision", "decisions"),
            .. Counted.Some(standing.Questions, "question", "questions"),
            .. Counted.Some(standing.Unknown, "outcome that nobody can tell", "outcomes that nobody can tell"),
        ];
        yield return new CardBlock.Text("Waiting for you: " + string.Join(", ", parts));
        yield return new CardBlock.Facts([.. standing.Oldest.Select((item, at) => new Fact(Counted.Number(at + 1), WordsOf(item)))]);
        if (standing.Waiting > standing.Oldest.Count)
        {
            yield return new CardBlock.Hint($"And {Counted.Number(standing.Waiting - standing.Oldest.Count)} more; /tasks lists all.");
        }

        if (standing.ExpireSoon > 0)
        {
            yield return new CardBlock.Hint($"{Counted.Of(standing.ExpireSoon, "decision becomes", "decisions become")} a no within a day.");
        }

        if (standing.Drift > 0)
        {
            yield return new CardBlock.Hint($"Of these, {Counted.Of(standing.Drift, "is about a Record", "are about Records")} that an outside system contradicts.");
        }
    }

    private string WordsOf(WaitingItem item) => item switch
    {
        { State: WorkItemState.OutcomeUnknown } => $"{item.Title} · may have happened",
        { ExpiresAt: { } until } => $"{item.Title} · {string.Join("; ", item.Effects)} · a no after {_local.Moment(until)}",
        _ => $"{item.Title} · waits for your answer",
    };

    private static IEnumerable<CardBlock> Failures(DigestTally tally)
    {
        if (tally.Failed > 0)
        {
            yield return new CardBlock.Text($"What failed: {Counted.Number(tally.Failed)}");
            yield return new CardBlock.Facts([.. tally.Failures.Take(MostFailures).Select(static one => new Fact(one.Cause, Counted.Number(one.Count)))]);
            if (tally.Failures.Count > MostFailures)
            {
                yield return new CardBlock.Hint($"And {Counted.Number(tally.Failures.Skip(MostFailures).Sum(static one => one.Count))} of {Counted.Of(tally.Failures.Count - MostFailures, "other kind", "other kinds")}.");
            }
        }

        if (tally.Expired > 0)
        {
            yield return new CardBlock.Hint($"{Counted.Of(tally.Expired, "question", "questions")} got no answer in time, which is a no.");
        }
    }

    /// <summary>What left the workspace without a tap is told one by one; its own notes and Records are counted.</summary>
    private static IEnumerable<CardBlock> Unasked(DigestTally tally)
    {
        var unasked = tally.Done.Where(static one => !one.Asked && !KindWords.IsRoutine(one.Kind)).ToList();
        if (unasked.Count == 0)
        {
            yield break;
        }

        var outside = unasked.Where(static one => one.Category is not Contracts.Effects.EffectCategory.Internal).ToList();
        yield return new CardBlock.Text($"Done without asking you: {Counted.Number(unasked.Count)}");
        yield return new CardBlock.Facts(
        [
            .. outside.Take(MostUnasked).Select(static one => new Fact(one.Kind.Value, one.Sentence ?? "forgotten with its subject")),
            .. Kinds(outside.Skip(MostUnasked).Concat(unasked.Except(outside))),
        ]);
    }

    private static IEnumerable<CardBlock> Done(DigestTally tally)
    {
        var asked = tally.Done.Where(static one => one.Asked && !KindWords.IsRoutine(one.Kind)).ToList();
        Fact[] rows =
        [
            .. Kinds(asked),
            .. tally.CameIn > 0 ? [new Fact("messages that came in", Counted.Number(tally.CameIn))] : Array.Empty<Fact>(),
            .. tally.Approved + tally.Rejected > 0 ? [new Fact("your decisions", $"{Counted.Number(tally.Approved)} yes, {Counted.Number(tally.Rejected)} no")] : Array.Empty<Fact>(),
        ];
        if (rows.Length > 0)
        {
            yield return new CardBlock.Text(asked.Count > 0 ? $"Done as you decided: {Counted.Number(asked.Count)}" : "The day");
            yield return new CardBlock.Facts(rows);
        }
    }

    private static IEnumerable<Fact> Kinds(IEnumerable<DoneEffect> done) =>
        done.CountBy(static one => KindWords.Of(one.Kind)).OrderByDescending(static one => one.Value).ThenBy(static one => one.Key, StringComparer.Ordinal).Select(static one => new Fact(one.Key, Counted.Number(one.Value)));

    private IEnumerable<CardBlock> Money(DigestReport report)
    {
        var rows = MoneyWords.Of(report.Tally, report.Standing).ToList();
        if (rows.Count > 0)
        {
            yield return new CardBlock.Text("Money");
            yield return new CardBlock.Facts(rows);
        }

        if (report.Money is { } money)
        {
            yield return new CardBlock.Image(MoneyWords.Of(money), chart?.Draw(money) ?? ReadOnlyMemory<byte>.Empty);
        }
    }

    private static IEnumerable<CardBlock> Offers(DigestStanding standing) => standing.Offers.Count == 0
        ? []
        : [new CardBlock.Text("It could stop asking you about"), new CardBlock.Facts([.. standing.Offers.Select(static one => new Fact(one.Name, one.Sentence))]), new CardBlock.Hint("/autonomy accept or revoke, with the name, settles it.")];

    private IEnumerable<CardBlock> Next(DigestStanding standing)
    {
        string[] parts =
        [
            .. standing.Next.Take(MostNext).Select(one => $"{one.Name} {_local.Moment(one.At)}"),
            .. standing.Next.Count > MostNext ? [$"{Counted.Number(standing.Next.Count - MostNext)} more by the clock"] : Array.Empty<string>(),
            .. standing.WakeSoon > 0 ? [$"{Counted.Of(standing.WakeSoon, "thing goes", "things go")} on by itself"] : Array.Empty<string>(),
        ];
        if (parts.Length > 0)
        {
            yield return new CardBlock.Hint("Next: " + string.Join(" · ", parts));
        }
    }

    private CardBlock.Hint Foot(DigestReport report)
    {
        var (window, head) = (report.Window, report.Standing.Head);
        return new CardBlock.Hint($"{_local.Moment(window.Since)} to {_local.Moment(window.Until)} · the journal ends at {Counted.Number(head.Position)} with {head.Hash.Hex[..ShownHash]}");
    }
}
