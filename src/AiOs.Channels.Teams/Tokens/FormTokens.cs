using System.Text.Json;

namespace AiOs.Channels.Teams.Tokens;

/// <summary>Asks with the secret by a plain form, where the endpoint is on loopback: MSAL takes https only.</summary>
internal sealed class FormTokens(HttpClient http, TeamsOptions options, TimeProvider time) : ITokenSource
{
    public async Task<BotToken> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = options.AppId ?? string.Empty,
                ["client_secret"] = options.ClientSecret ?? string.Empty,
                ["scope"] = TokenSources.ScopeOf(options),
            });
            using var response = await http.PostAsync(options.TokenEndpoint, form, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw TokenSources.Refused((int)response.StatusCode);
            }

            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            var seconds = json.RootElement.GetProperty("expires_in").GetInt32();
            var token = json.RootElement.GetProperty("access_token").GetString() ?? throw new InvalidOperationException();
            return new BotToken(token, time.GetUtcNow() + TimeSpan.FromSeconds(seconds));
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // What went wrong may quote what was sent; so only its kind is told.
            throw TokenSources.Away(fault.GetType().Name);
        }
    }
}
