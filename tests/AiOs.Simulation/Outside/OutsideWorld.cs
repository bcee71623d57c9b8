using System.Text.Json;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Simulation.Scheduling;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Outside;

/// <summary>The systems outside and what they really did. The kernel never tells them what it thinks, nor is it told.</summary>
internal sealed class OutsideWorld(SimulatedClock clock, Lane lane, SimulatedScheduler scheduler, Tally tally)
{
    private readonly Dictionary<EffectKind, Queue<ProviderFault>> _faults = [];
    private readonly Dictionary<EffectKind, Queue<LookUpFault>> _lookUpFaults = [];
    private readonly HashSet<string> _keys = [];
    private readonly Dictionary<EffectId, int> _pending = [];
    private readonly Dictionary<EffectId, int> _counts = [];

    /// <summary>Told of every call before anything is done.</summary>
    public event Action<Applied>? Called;

    /// <summary>Told of everything that was really done.</summary>
    public event Action<Applied>? Done;

    /// <summary>Told of every call that was not made in the end.</summary>
    public event Action<EffectId>? Skipped;

    public DateTimeOffset Now => clock.Now;

    public int CountOf(EffectId effect) => _counts.GetValueOrDefault(effect);

    public void FailNext(EffectKind kind, ProviderFault fault)
    {
        if (!_faults.TryGetValue(kind, out var queue))
        {
            _faults[kind] = queue = [];
        }

        queue.Enqueue(fault);
    }

    public void FailNextLookUp(EffectKind kind, LookUpFault fault)
    {
        if (!_lookUpFaults.TryGetValue(kind, out var queue))
        {
            _lookUpFaults[kind] = queue = [];
        }

        queue.Enqueue(fault);
    }

    public void Heal()
    {
        _faults.Clear();
        _lookUpFaults.Clear();
    }

    public LookUpFault TakeLookUp(EffectKind kind)
    {
        scheduler.CheckThread("an outside system");
        tally.Count(Happening.LookUp);
        var fault = _lookUpFaults.TryGetValue(kind, out var queue) && queue.TryDequeue(out var next) ? next : LookUpFault.None;
        tally.Count(Happening.LookUpFault, fault is LookUpFault.None ? 0 : 1);
        return fault;
    }

    /// <summary>What the outside's own record says of an effect.</summary>
    /// <param name="effect">Which.</param>
    /// <param name="key">Our name for it.</param>
    /// <param name="isProof">Whether "not found" would be proof.</param>
    /// <returns>The truth.</returns>
    public EffectLookUp LookUp(EffectId effect, string key, bool isProof)
    {
        if (CountOf(effect) > 0)
        {
            tally.Count(Happening.LookUpFound);
            return new EffectLookUp.Found(key, "It is there.");
        }

        if (_pending.GetValueOrDefault(effect) > 0)
        {
            tally.Count(Happening.LookUpPending);
            return isProof ? new EffectLookUp.CannotTell("Something is on its way.") : new EffectLookUp.NotFound();
        }

        tally.Count(Happening.LookUpNotFound);
        return new EffectLookUp.NotFound();
    }

    public void Skip(Permit permit)
    {
        tally.Count(Happening.NotTried);
        Skipped?.Invoke(permit.Effect.Id);
    }

    public ProviderFault Take(EffectKind kind)
    {
        var fault = _faults.TryGetValue(kind, out var queue) && queue.TryDequeue(out var next) ? next : ProviderFault.None;
        if (HappeningOf(fault) is { } what)
        {
            tally.Count(what);
        }

        return fault;
    }

    public Applied Enter(Permit permit, OutcomeClass outcomeClass)
    {
        scheduler.CheckThread("an outside system");
        using var document = JsonDocument.Parse(permit.Effect.Bytes);
        var id = EffectId.TryParse(document.RootElement.GetProperty("id"u8).GetString(), out var parsed) ? parsed : default;
        var call = new Applied(id, permit.Effect.Kind, outcomeClass, permit.Key, Digest.Of(permit.Effect.Bytes.Span));
        tally.Count(Happening.Call);
        Called?.Invoke(call);
        return call;
    }

    /// <summary>Does it. A Keyed system does the same key once.</summary>
    /// <param name="call">What came.</param>
    public void Apply(Applied call)
    {
        if (call.Class is OutcomeClass.Keyed && !_keys.Add(call.Key))
        {
            return;
        }

        _counts[call.Effect] = CountOf(call.Effect) + 1;
        tally.Count(Happening.Applied);
        Done?.Invoke(call);
    }

    /// <summary>Does it in a step of its own, which no crash of a host prevents, and then goes on.</summary>
    /// <param name="call">What came.</param>
    /// <param name="then">What comes of it.</param>
    public void ApplySoon(Applied call, Action then)
    {
        Await(call, 1);
        scheduler.Post(lane, () =>
        {
            Await(call, -1);
            Apply(call);
            then();
        });
    }

    /// <summary>Does it after a long while, whatever anybody thinks meanwhile.</summary>
    /// <param name="call">What came.</param>
    /// <param name="delay">After how long.</param>
    public void ApplyLate(Applied call, TimeSpan delay)
    {
        Await(call, 1);
        After(delay, () =>
        {
            Await(call, -1);
            Apply(call);
        });
    }

    public void After(TimeSpan delay, Action act)
    {
        var timer = new SimulatedTimer(clock, lane, _ => act(), null);
        timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    public void Reply(Lane host, Action act) => scheduler.Post(host, act);

    private void Await(Applied call, int more) => _pending[call.Effect] = _pending.GetValueOrDefault(call.Effect) + more;

    private static Happening? HappeningOf(ProviderFault fault) => fault switch
    {
        ProviderFault.DropBefore => Happening.ProviderDropBefore,
        ProviderFault.DropAfter => Happening.ProviderDropAfter,
        ProviderFault.LateApply => Happening.ProviderLate,
        ProviderFault.CertainFailure or ProviderFault.NotReached => Happening.ProviderFailed,
        ProviderFault.RetryAfter => Happening.RetryAfter,
        ProviderFault.ThrowAfter => Happening.ProviderThrew,
        ProviderFault.HangDone or ProviderFault.HangLost => Happening.ProviderHung,
        ProviderFault.Slow or ProviderFault.TooSlow => Happening.ProviderSlow,
        _ => null,
    };
}
