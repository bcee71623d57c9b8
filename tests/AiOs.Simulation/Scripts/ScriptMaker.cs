using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Simulation.Outside;
using AiOs.Simulation.People;
using AiOs.Simulation.Scheduling;
using AiOs.Testing.Stores;

namespace AiOs.Simulation.Scripts;

/// <summary>Writes the script of a seed. Each seed has its own mind about how much goes wrong.</summary>
internal sealed class ScriptMaker
{
    private static readonly DateTimeOffset[] Starts =
    [
        new(2026, 11, 22, 13, 19, 0, TimeSpan.Zero),
        new(2026, 3, 28, 22, 50, 0, TimeSpan.Zero),
        new(2026, 10, 24, 23, 40, 0, TimeSpan.Zero),
        new(2027, 12, 31, 23, 58, 0, TimeSpan.Zero),
    ];

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMilliseconds(600), TimeSpan.FromMilliseconds(600), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5.5), TimeSpan.FromSeconds(5.5), TimeSpan.FromSeconds(11),
        TimeSpan.FromSeconds(61), TimeSpan.FromSeconds(61), TimeSpan.FromSeconds(200), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromDays(1), TimeSpan.FromDays(4),
    ];

    private static readonly StoreFault[] StoreFaults = [.. Enum.GetValues<StoreFault>().Where(fault => fault is not StoreFault.None)];
    private static readonly ProviderFault[] ProviderFaults = [.. Enum.GetValues<ProviderFault>().Where(fault => fault is not ProviderFault.None)];

    private static readonly TapKind[] Taps =
    [
        TapKind.Approve, TapKind.Approve, TapKind.Approve, TapKind.Approve, TapKind.Approve, TapKind.Reject, TapKind.Change, TapKind.Answer, TapKind.Answer,
        TapKind.Settle, TapKind.Settle, TapKind.Twice, TapKind.Contradict, TapKind.Stale, TapKind.WrongDigest,
        TapKind.Approve, TapKind.Approve, TapKind.Phone, TapKind.Phone, TapKind.Wordless, TapKind.WrongNonce, TapKind.Undo, TapKind.Undo, TapKind.All, TapKind.All,
    ];

    private static readonly TapKind[] Yeses = [TapKind.All, TapKind.All, TapKind.Approve, TapKind.Phone, TapKind.Answer, TapKind.Twice, TapKind.Settle, TapKind.Wordless];
    private static readonly LookUpFault[] LookUpFaults = [LookUpFault.NoAnswer, LookUpFault.Throws, LookUpFault.Hangs];
    private static readonly EffectKind[] Asked = [.. OutsideKind.Proposed.Where(kind => kind.Class is OutcomeClass.Queryable).Select(kind => kind.Kind)];

    private readonly long _seed;
    private readonly Dice _dice;
    private readonly int _hosts;
    private readonly int _pace;
    private readonly List<(double At, Act Act)> _acts = [];

    private ScriptMaker(long seed)
    {
        _seed = seed;
        _dice = Dice.For(seed, 5);
        _hosts = _dice.Chance(40) ? 2 : 1;
        _pace = _dice.Between(4, 90);
    }

    public static Script Of(long seed) => new ScriptMaker(seed).Make();

    private Script Make()
    {
        var start = _dice.Of(Starts);
        var setting = new Setting(start, _hosts, RemoteStore: _hosts == 2 || _dice.Chance(50), SummerTime: start.Month is 3 or 10);
        var messages = _dice.Between(10, 24);
        for (var number = 1; number <= messages; number++)
        {
            AddMessage(number, messages);
        }

        AddControls(messages);
        var trusted = SimAgent.IsTrusted(_seed);
        if (trusted)
        {
            AddTimes(6, messages, () => new Act.Autonomy(Host(), Accepts: true, _dice.Below(1000)) { Steps = Steps() });
        }

        AddTimes(messages * _dice.Between(10, 35) / 10, messages, () => new Act.Tap(trusted && _dice.Chance(95) ? _dice.Of(Yeses) : _dice.Of(Taps), _dice.Below(1000), Host()) { Steps = Steps() });
        AddTimes(messages / 2, messages, () => new Act.Wait(_dice.Of(Waits)) { Steps = Steps() * 2 });
        AddFaults(messages);
        var acts = _acts.OrderBy(entry => entry.At).Select(entry => entry.Act).ToArray();
        return new Script(_seed, setting, acts);
    }

    private void AddMessage(int number, int messages)
    {
        var copies = _dice.Chance(60) ? 1 : _dice.Between(2, 5);
        for (var copy = 0; copy < copies; copy++)
        {
            var at = number + (copy == 0 ? _dice.Share() * 3 : _dice.Share() * messages / 2);
            _acts.Add((at, new Act.Deliver(number, Host()) { Steps = Steps() }));
        }

        if (_dice.Chance(6))
        {
            AddTimes(2, messages, () => new Act.Refuse(number, Host()) { Steps = Steps() });
        }
    }

    private void AddControls(int messages)
    {
        _acts.Add((0, new Act.Policy(Host(), 1) { Steps = 60 }));
        AddTimes(_dice.Below(4), messages, () => new Act.Policy(Host(), _dice.Between(1, 9)) { Steps = Steps() });
        AddTimes(_dice.Below(4), messages, () => new Act.Models(Host(), _dice.Between(1, 5), _dice.Below(1000)) { Steps = Steps() });
        AddTimes(_dice.Below(6), messages, () => new Act.Autonomy(Host(), _dice.Chance(85), _dice.Below(1000)) { Steps = Steps() });
        if (_dice.Chance(35))
        {
            AddTimes(_dice.Between(1, 2), messages, () => new Act.Hold(Host(), Holds: true) { Steps = Steps() });
            AddTimes(_dice.Between(1, 4), messages, () => new Act.Hold(Host(), Holds: false) { Steps = Steps() });
        }
    }

    private void AddFaults(int messages)
    {
        var most = _dice.Between(2, messages);
        AddTimes(_dice.Below(most), messages, () => new Act.ProviderFails(_dice.Of(OutsideKind.All).Kind, _dice.Of(ProviderFaults)) { Steps = 0 });
        AddTimes(_dice.Below(most), messages, () => new Act.ProviderFails(_dice.Of(Asked), _dice.Of(ProviderFaults)) { Steps = 0 });
        AddTimes(_dice.Below(5), messages, () => new Act.LookUpFails(_dice.Of(Asked), _dice.Of(LookUpFaults)) { Steps = 0 });
        AddTimes(_dice.Below(most / 2), messages, () => new Act.StoreFails(_dice.Of(StoreFaults), _dice.Chance(40) ? _dice.Between(1, 4) : 0) { Steps = Steps() });
        AddTimes(_dice.Below(4), messages, () => new Act.StoreAway(_dice.Between(1, 12)) { Steps = Steps() });
        AddTimes(_dice.Below(3), messages, () => new Act.StoreFull(_dice.Between(1, 8)) { Steps = Steps() });
        AddTimes(_dice.Below(most / 2), messages, () => new Act.Crash(Host()) { Steps = Steps() });
        AddTimes(_dice.Below(most / 2), messages, () => new Act.CrashAt(Host(), _dice.Between(1, 12)) { Steps = Steps() });
        AddTimes(_dice.Below(3), messages, () => new Act.Restart(Host()) { Steps = Steps() });
        if (_dice.Chance(40))
        {
            AddTimes(_dice.Between(1, 4), messages, () => new Act.Jump(Host(), Leap()) { Steps = Steps() });
        }

        if (_dice.Chance(15))
        {
            AddTimes(1, messages, () => new Act.Freeze(Host(), Stands: true) { Steps = Steps() });
            AddTimes(1, messages, () => new Act.Freeze(Host(), Stands: false) { Steps = Steps() });
        }
    }

    private void AddTimes(int times, int messages, Func<Act> make)
    {
        for (var index = 0; index < times; index++)
        {
            _acts.Add((_dice.Share() * (messages + 4), make()));
        }
    }

    private TimeSpan Leap() => (_dice.Chance(50) ? 1 : -1) * (_dice.Chance(50) ? TimeSpan.FromSeconds(_dice.Between(1, 7200)) : TimeSpan.FromHours(_dice.Between(2, 24)));

    private int Host() => _dice.Below(_hosts);

    private int Steps() => _dice.Below(_pace);
}
