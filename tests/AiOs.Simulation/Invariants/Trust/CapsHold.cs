using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Policy.Settings;
using AiOs.Simulation.Models;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants.Trust;

/// <summary>Money is set aside only where it fits under every cap that holds there, with all that is spent and set aside; worked out here from the clear events.</summary>
internal sealed class CapsHold(TimeZoneInfo zone) : Invariant
{
    private readonly Dictionary<EffectId, Line> _business = [];
    private readonly Dictionary<CommitId, Line> _model = [];
    private readonly List<(CapScope Scope, DateOnly Day, string? Of, Int128 Billionths)> _spent = [];
    private readonly Dictionary<string, IReadOnlyList<Cap>> _caps = [];

    public override Happening? Harm => Happening.Unapproved;

    public override string? OnEvent(ItemModel item, SeenEvent seen)
    {
        switch (seen.Event)
        {
            case EffectRequested { Cost: { Minor: > 0 } cost } requested:
                return Request(item.Journal, requested, new Line(DayOf(seen), requested.Spend, Fine(cost.Minor, null), requested.Attempt));
            case EffectSucceeded succeeded:
                Spend(succeeded.Effect);
                return null;
            case EffectSettled { Settlement: Settlement.Happened } settled:
                Spend(settled.Effect);
                return null;
            case EffectSettled settled:
                Release(settled.Effect, _ => true);
                return null;
            case EffectFailed failed:
                Release(failed.Effect, line => line.First == line.Last || !failed.MayRetry);
                return null;
            case EffectPostponed postponed:
                Release(postponed.Effect, line => line.First == line.Last);
                return null;
            case ModelMoneyReserved reserved:
                return Reserve(item.Journal, reserved, new Line(DayOf(seen), reserved.Agent.Value, Fine(reserved.Amount.Minor, reserved.Exact), 1));
            case ModelMoneySettled settled when _model.TryGetValue(settled.Call, out var line):
                _model[settled.Call] = line with { Billionths = Fine(settled.Amount.Minor, settled.Exact) };
                return null;
            default:
                return null;
        }
    }

    private string? Request(JournalModel journal, EffectRequested requested, Line line)
    {
        if (_business.TryGetValue(requested.Effect, out var held) && held.IsOpen)
        {
            _business[requested.Effect] = held with { Last = requested.Attempt };
            return null;
        }

        var over = Over(journal, CapScope.Spending, line, _business.Values);
        _business[requested.Effect] = line;
        return over is null ? null : $"Effect {requested.Effect} gets {line.Billionths} billionths for {line.Of} on {line.Day:yyyy-MM-dd}, which {over}.";
    }

    private string? Reserve(JournalModel journal, ModelMoneyReserved reserved, Line line)
    {
        var over = Over(journal, CapScope.Model, line, _model.Values);
        _model[reserved.Call] = line;
        return over is null ? null : $"Model call {reserved.Call} gets {line.Billionths} billionths on {line.Day:yyyy-MM-dd}, which {over}.";
    }

    private string? Over(JournalModel journal, CapScope scope, Line line, IEnumerable<Line> lines)
    {
        foreach (var cap in CapsOf(journal).Where(cap => cap.Scope == scope && (cap.Name is null || cap.Name == line.Of)))
        {
            var used = lines.Where(one => one.IsOpen && Counts(cap, line.Day, one.Day, one.Of)).Aggregate(Int128.Zero, (sum, one) => sum + one.Billionths)
                + _spent.Where(one => one.Scope == scope && Counts(cap, line.Day, one.Day, one.Of)).Aggregate(Int128.Zero, (sum, one) => sum + one.Billionths);
            if (used + line.Billionths > Fine(cap.Limit.Minor, null))
            {
                return $"does not fit: {used} of {cap.Limit.Minor} a {cap.Period} for {cap.Name ?? "all"} are used";
            }
        }

        return null;
    }

    /// <summary>Model money comes in billionths of a cent, all else in whole cents.</summary>
    private static Int128 Fine(long minor, long? exact) => exact ?? (Int128)minor * 1_000_000_000;

    private static bool Counts(Cap cap, DateOnly today, DateOnly day, string? of) =>
        (cap.Name is null || cap.Name == of) && (cap.Period is CapPeriod.Day ? day == today : (day.Year, day.Month) == (today.Year, today.Month));

    private IReadOnlyList<Cap> CapsOf(JournalModel journal)
    {
        if (!_caps.TryGetValue(journal.PolicyVersion, out var caps))
        {
            var reading = (PolicyReading.Good)PolicyReader.Read(journal.PolicyText ?? PolicyShelf.DefaultText, "EUR");
            _caps[journal.PolicyVersion] = caps = reading.Document.Caps.All;
        }

        return caps;
    }

    private void Spend(EffectId effect)
    {
        if (_business.TryGetValue(effect, out var line))
        {
            _spent.Add((CapScope.Spending, line.Day, line.Of, line.Billionths));
            _business[effect] = line with { IsOpen = false };
        }
    }

    private void Release(EffectId effect, Predicate<Line> certain)
    {
        if (_business.TryGetValue(effect, out var line) && certain(line))
        {
            _business[effect] = line with { IsOpen = false };
        }
    }

    private DateOnly DayOf(SeenEvent seen) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(seen.Commit.At, zone).DateTime);

    /// <summary>Money of one effect or call. It stays set aside over the attempts from the first to the last.</summary>
    private sealed record Line(DateOnly Day, string? Of, Int128 Billionths, int First)
    {
        public int Last { get; init; } = First;

        public bool IsOpen { get; init; } = true;
    }
}
