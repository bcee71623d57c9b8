using AiOs.Connectors.Resilience;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Connectors.Tests.Support;

/// <summary>An outside part in memory that does as it is told and counts who called, and how many were inside at once.</summary>
internal sealed class ScriptedOutside : IEffectConnector, IReadProbe
{
    private int _inside;
    private int _writes;
    private int _reads;
    private int _probes;
    private int _most;

    public Func<int, Task<EffectResult>> Write { get; set; } = _ => Task.FromResult<EffectResult>(new EffectResult.Done("r", "Done."));

    public Func<int, Task<EffectLookUp>> Read { get; set; } = _ => Task.FromResult<EffectLookUp>(new EffectLookUp.NotFound());

    public Func<int, Task<bool>> Probe { get; set; } = _ => Task.FromResult(true);

    public int Writes => _writes;

    public int Reads => _reads;

    public int Probes => _probes;

    /// <summary>How many writes were under way at the same time, at most.</summary>
    public int MostAtOnce => _most;

    public EffectKind Kind => EffectKind.EmailSend;

    public EffectCategory Category => EffectCategory.Money;

    public OutcomeClass OutcomeClass => OutcomeClass.Queryable;

    public Undo Undo => Undo.Compensable;

    public TimeSpan AttemptTimeout => TimeSpan.FromSeconds(7);

    public TimeSpan SettleTime => TimeSpan.FromMinutes(3);

    public bool NotFoundIsProof => true;

    public EffectPreview Preview(Effect effect) => new("Do it", [], []);

    public EffectFacts Examine(Effect effect) => new() { Counterparty = "somebody" };

    public async Task<EffectLookUp> LookUpAsync(Effect effect, string key, CancellationToken cancellationToken) => await Read(Interlocked.Increment(ref _reads));

    public Task<bool> ProbeAsync(CancellationToken cancellationToken) => Probe(Interlocked.Increment(ref _probes));

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        var inside = Interlocked.Increment(ref _inside);
        for (var most = _most; inside > most; most = _most) Interlocked.CompareExchange(ref _most, inside, most);
        try
        {
            return await Write(Interlocked.Increment(ref _writes));
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}
