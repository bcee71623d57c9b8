using AiOs.Contracts.Effects;

namespace AiOs.Connectors.Http;

/// <summary>Asks a web service what became of an attempt: a GET, which changes nothing there.</summary>
internal sealed class HttpLookUp(HttpExchange exchange)
{
    public async Task<EffectLookUp> GetAsync(
        string service, Uri place, Func<HttpAnswer, EffectLookUp> found, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, place);
            var answer = await exchange.SendAsync(request, limit, cancellationToken);
            return answer.Status switch
            {
                200 => found(answer),
                404 or 410 => new EffectLookUp.NotFound(),
                _ => new EffectLookUp.CannotTell($"{service} answered {answer.Status} when it was asked."),
            };
        }
        catch (HttpFaultException fault)
        {
            return new EffectLookUp.CannotTell($"{service} {fault.Message}.");
        }
    }
}
