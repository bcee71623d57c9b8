using System.Text;
using AiOs.Connectors.Http;
using AiOs.Connectors.Resilience;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Connectors.Tests.Providers;

/// <summary>
/// Makes things at <see cref="FakeProvider"/>. Keyed: sends our key. Queryable: asks by our reference. Neither: sends once and has nobody
/// to ask.
/// </summary>
internal sealed class ThingConnector(Uri place, OutcomeClass outcomeClass, TimeProvider time) : IEffectConnector, IReadProbe
{
    public static readonly EffectKind ThingMake = new("thing.make");

    private readonly HttpExchange _exchange = new(time);

    public EffectKind Kind { get; init; } = ThingMake;

    public EffectCategory Category { get; init; } = EffectCategory.Money;

    public bool NotFoundIsProof { get; init; }

    public OutcomeClass OutcomeClass => outcomeClass;

    public Undo Undo => Undo.Final;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(20);

    public TimeSpan SettleTime { get; } = outcomeClass == OutcomeClass.Queryable ? TimeSpan.FromMinutes(2) : TimeSpan.Zero;

    public EffectPreview Preview(Effect effect) => new("Make a thing", [], []);

    public EffectFacts Examine(Effect effect) => EffectFacts.None;

    public async Task<bool> ProbeAsync(CancellationToken cancellationToken) =>
        await LookUpAsync("none", cancellationToken) is not EffectLookUp.CannotTell;

    public Task<EffectLookUp> LookUpAsync(Effect effect, string key, CancellationToken cancellationToken) => outcomeClass == OutcomeClass.Queryable
        ? LookUpAsync(key, cancellationToken)
        : Task.FromResult<EffectLookUp>(new EffectLookUp.CannotTell("There is nobody to ask."));

    public Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken) => new HttpAttempt(_exchange, time).SendAsync(
        new HttpCall { Service = "things", Subject = "The thing was", OutcomeClass = outcomeClass, Request = () => Request(permit) },
        permit,
        AttemptTimeout,
        cancellationToken);

    private Task<EffectLookUp> LookUpAsync(string reference, CancellationToken cancellationToken) => new HttpLookUp(_exchange).GetAsync(
        "things",
        new Uri(place, $"/things/{Uri.EscapeDataString(reference)}"),
        answer => new EffectLookUp.Found(Encoding.UTF8.GetString(answer.Body.Span), "The thing is there."),
        AttemptTimeout,
        cancellationToken);

    private HttpRequestMessage Request(Permit permit)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(place, "/things")) { Content = new ReadOnlyMemoryContent(permit.Effect.Bytes) };
        request.Headers.Add(FakeProvider.ReferenceHeader, permit.Key);
        if (outcomeClass == OutcomeClass.Keyed) request.Headers.Add(FakeProvider.KeyHeader, permit.Key);
        return request;
    }
}
