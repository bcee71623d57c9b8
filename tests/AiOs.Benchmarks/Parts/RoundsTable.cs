using System.Globalization;
using AiOs.Benchmarks.Floors;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Load;
using AiOs.Benchmarks.Reporting;

namespace AiOs.Benchmarks.Parts;

/// <summary>What the slices of one concurrency came to, side by side.</summary>
internal sealed class RoundsTable(Report report, int workers, RoundBytes bytes)
{
    private const double LeastOfFloor = 50;
    private const double MostTimesFloor = 2.5;

    private readonly string _section = string.Create(CultureInfo.InvariantCulture, $"Rounds over HTTP, concurrency {workers} (message in, card, approve, effect done; medians of slices in turns)");

    public List<LoadSlice> Ours { get; } = [];

    public List<LoadSlice> Bare { get; } = [];

    public List<LoadSlice> Filed { get; } = [];

    public List<LoadSlice> Http { get; } = [];

    public void Print()
    {
        Rate("host", Ours, string.Create(CultureInfo.InvariantCulture, $"{Ours.Sum(slice => slice.Rounds)} rounds, all done; commits of {bytes}"));
        Rate("floor: three bare SQLite group commits", Bare, "in process");
        Rate("floor: the same behind a bare Kestrel", Http, string.Create(CultureInfo.InvariantCulture, $"replies of {bytes.MessageReply} and {bytes.TapReply} bytes"));
        Rate("beside: the bare commits and the outbox file", Filed, "in process; the effect as the host writes it");
        Ratio("host to bare commits", Bare, Goal.Least(LeastOfFloor));
        Ratio("host to bare Kestrel", Http, Goal.Least(LeastOfFloor));
        Ratio("host to bare commits and file", Filed, goal: null);
        Latency("message to card", slice => slice.MessageTicks);
        Latency("tap to done", slice => slice.TapTicks);
        Cpu();
    }

    private void Rate(string name, List<LoadSlice> slices, string note) =>
        report.Add(_section, name, Figures.Median(slices.Select(slice => slice.PerSecond)), "rounds/s", note: note);

    private void Ratio(string name, List<LoadSlice> floor, Goal? goal) =>
        report.Add(_section, name, Figures.Median(Ours.Zip(floor, (own, other) => own.PerSecond / other.PerSecond * 100)), "%", goal);

    private void Latency(string name, Func<LoadSlice, IReadOnlyCollection<long>> ticks)
    {
        var (ours, floor) = (Ours.SelectMany(ticks).ToArray(), Http.SelectMany(ticks).ToArray());
        foreach (var percent in new[] { 50, 99 })
        {
            report.Add(_section, $"{name} p{percent}: host", Figures.Percentile(ours, percent), "ms");
            report.Add(_section, $"{name} p{percent}: floor over HTTP", Figures.Percentile(floor, percent), "ms");
        }

        var ratio = Figures.Percentile(ours, 99) / Figures.Percentile(floor, 99);
        report.Add(_section, $"{name} p99: host to floor", ratio, "times", Goal.Most(MostTimesFloor), $"{ours.Length} and {floor.Length} samples");
    }

    private void Cpu()
    {
        Cpu("host CPU a round", Ours, slice => slice.Server);
        Cpu("floor CPU a round, over HTTP", Http, slice => slice.Server);
        Cpu("load generator CPU a round", Ours, slice => slice.Client);
    }

    private void Cpu(string name, List<LoadSlice> slices, Func<LoadSlice, ProcessFigures> whose)
    {
        var rounds = slices.Sum(slice => slice.Rounds);
        var sum = slices.Aggregate(default(ProcessFigures), (before, slice) => before + whose(slice));
        var note = string.Create(CultureInfo.InvariantCulture, $"user {sum.UserSeconds * 1e6 / rounds:F0}, system {sum.SystemSeconds * 1e6 / rounds:F0}");
        report.Add(_section, name, sum.Seconds * 1e6 / rounds, "us", note: note);
    }
}
