using System.Text;
using System.Text.Json;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;

namespace AiOs.Testing.Doubles;

/// <summary>
/// An outside system in memory: what it did stays done when a kernel dies. A Keyed one does the same key once.
/// Its preview shows every argument, so that a card can be held against the bytes.
/// </summary>
public sealed class ScriptedConnector : IEffectConnector
{
    private readonly Lock _gate = new();
    private readonly List<ScriptedCall> _calls = [];
    private readonly List<ScriptedCall> _done = [];

    /// <inheritdoc/>
    public EffectKind Kind { get; init; } = EffectKind.EmailSend;

    /// <inheritdoc/>
    public EffectCategory Category { get; init; } = EffectCategory.Reputation;

    /// <inheritdoc/>
    public OutcomeClass OutcomeClass { get; init; }

    /// <inheritdoc/>
    public Undo Undo { get; init; }

    /// <inheritdoc/>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public bool NotFoundIsProof { get; init; }

    /// <summary>What the kernel gets to know of an effect.</summary>
    public Func<Effect, EffectFacts> Facts { get; set; } = _ => EffectFacts.None;

    /// <summary>What the outside says when it is asked.</summary>
    public Func<Effect, string, EffectLookUp> Find { get; set; } = (_, _) => new EffectLookUp.NotFound();

    /// <summary>What takes an effect back.</summary>
    public Func<Effect, EffectDraft?> TakeBack { get; set; } = _ => null;

    /// <inheritdoc/>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How each attempt ends, the first being 1; what it returns nothing for is done.</summary>
    public Func<int, Permit, CancellationToken, Task<EffectResult?>> Answer { get; set; } = (_, _, _) => Task.FromResult<EffectResult?>(null);

    /// <summary>Called when a call comes in, before anything is done.</summary>
    public Action<Permit> OnCall { get; set; } = _ => { };

    /// <summary>Every call that came in.</summary>
    public IReadOnlyList<ScriptedCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>What really happened: with a Keyed system a repeated key is not done again.</summary>
    public IReadOnlyList<ScriptedCall> Done
    {
        get
        {
            lock (_gate)
            {
                return [.. _done];
            }
        }
    }

    /// <inheritdoc/>
    public EffectPreview Preview(Effect effect)
    {
        using var document = JsonDocument.Parse(effect.Bytes);
        var rows = new List<Fact>();
        Flatten(document.RootElement.GetProperty("args"u8), string.Empty, rows);
        var gaps = rows.Where(row => row.Value.Contains("[?", StringComparison.Ordinal)).Select(row => $"{row.Name} is not known").ToArray();
        return new EffectPreview("Do " + Kind, [new CardBlock.Facts(rows)], gaps);
    }

    /// <inheritdoc/>
    public EffectFacts Examine(Effect effect) => Facts(effect);

    /// <inheritdoc/>
    public Task<EffectLookUp> LookUpAsync(Effect effect, string key, CancellationToken cancellationToken) => Task.FromResult(Find(effect, key));

    /// <inheritdoc/>
    public Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken) => Task.FromResult(TakeBack(effect));

    /// <inheritdoc/>
    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        var attempt = Enter(permit);
        if (await Answer(attempt, permit, cancellationToken) is { } scripted)
        {
            return scripted;
        }

        Do(permit);
        return new EffectResult.Done(permit.Key, "It is done.");
    }

    /// <summary>Does it, whatever is answered afterwards.</summary>
    /// <param name="permit">The leave.</param>
    public void Do(Permit permit)
    {
        lock (_gate)
        {
            if (OutcomeClass is not OutcomeClass.Keyed || _done.TrueForAll(call => call.Key != permit.Key))
            {
                _done.Add(CallOf(permit));
            }
        }
    }

    private int Enter(Permit permit)
    {
        OnCall(permit);
        lock (_gate)
        {
            _calls.Add(CallOf(permit));
            return _calls.Count(call => call.Key == permit.Key);
        }
    }

    private static ScriptedCall CallOf(Permit permit) =>
        new(permit.Key, Digest.Of(permit.Effect.Bytes.Span), permit.DecidedAt, Encoding.UTF8.GetString(permit.Effect.Bytes.Span));

    private static void Flatten(JsonElement value, string name, List<Fact> rows)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Flatten(member.Value, name.Length == 0 ? member.Name : name + "." + member.Name, rows);
                }

                break;
            case JsonValueKind.Array:
                foreach (var element in value.EnumerateArray())
                {
                    Flatten(element, name, rows);
                }

                break;
            default:
                rows.Add(new Fact(name, value.ToString()));
                break;
        }
    }
}
