using System.Text.Json;
using AiOs.Connectors.Http;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Testing.Tools;

/// <summary>
/// One tool of an outside system as a kind of effect, the way a tool that nobody has classified comes in: the operator is bound by what it does, so it is
/// asked. Keyed: it sends our key. Queryable: it asks by our reference; the system knows a call from the moment it makes it, so that "not found" is proof.
/// </summary>
/// <param name="place">Where the system listens.</param>
/// <param name="tool">The tool.</param>
/// <param name="outcomeClass">What can be known of a call whose answer was lost.</param>
/// <param name="time">The clock.</param>
public sealed class ToolConnector(Uri place, string tool, OutcomeClass outcomeClass, TimeProvider time) : IEffectConnector
{
    private readonly HttpExchange _exchange = new(time);

    /// <inheritdoc/>
    public EffectKind Kind { get; } = KindOf(tool);

    /// <inheritdoc/>
    public EffectCategory Category { get; init; } = EffectCategory.Contract;

    /// <inheritdoc/>
    public OutcomeClass OutcomeClass => outcomeClass;

    /// <inheritdoc/>
    public Undo Undo => Undo.Final;

    /// <inheritdoc/>
    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public TimeSpan SettleTime { get; } = outcomeClass is OutcomeClass.Queryable ? TimeSpan.FromSeconds(1) : TimeSpan.Zero;

    /// <inheritdoc/>
    public bool NotFoundIsProof => outcomeClass is OutcomeClass.Queryable;

    /// <summary>The kind of effect that a tool is.</summary>
    /// <param name="tool">The tool.</param>
    /// <returns>The kind.</returns>
    public static EffectKind KindOf(string tool) => new("tool." + tool);

    /// <inheritdoc/>
    public EffectPreview Preview(Effect effect)
    {
        using var document = JsonDocument.Parse(effect.Bytes);
        var rows = document.RootElement.GetProperty("args"u8).EnumerateObject().Select(static argument => new Fact(argument.Name, argument.Value.ToString())).ToList();
        return new EffectPreview("Call " + tool, [new CardBlock.Facts(rows)], []);
    }

    /// <inheritdoc/>
    public EffectFacts Examine(Effect effect) => EffectFacts.None;

    /// <inheritdoc/>
    public Task<EffectLookUp> LookUpAsync(Effect effect, string key, CancellationToken cancellationToken) => new HttpLookUp(_exchange).GetAsync(
        tool, new Uri(place, "/calls/" + Uri.EscapeDataString(key)), _ => new EffectLookUp.Found(key, "The call was made."), AttemptTimeout, cancellationToken);

    /// <inheritdoc/>
    public Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken) => new HttpAttempt(_exchange, time).SendAsync(
        new HttpCall { Service = tool, Subject = "The call was", OutcomeClass = outcomeClass, Request = () => Request(permit) }, permit, AttemptTimeout, cancellationToken);

    private HttpRequestMessage Request(Permit permit)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(place, "/tools/" + Uri.EscapeDataString(tool))) { Content = new ReadOnlyMemoryContent(permit.Effect.Bytes) };
        request.Headers.Add(ToolServer.ReferenceHeader, permit.Key);
        if (outcomeClass is OutcomeClass.Keyed)
        {
            request.Headers.Add(ToolServer.KeyHeader, permit.Key);
        }

        return request;
    }
}
