using Microsoft.Identity.Client;

namespace AiOs.Channels.Teams.Tokens;

/// <summary>Asks with a secret or a certificate by MSAL.</summary>
internal sealed class MsalTokens(IConfidentialClientApplication app, TeamsOptions options) : ITokenSource
{
    public async Task<BotToken> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            // What is kept is kept by us: a token that the connector refused must not come back.
            var result = await app.AcquireTokenForClient([TokenSources.ScopeOf(options)]).WithForceRefresh(true).ExecuteAsync(cancellationToken);
            return new BotToken(result.AccessToken, result.ExpiresOn);
        }
        catch (Exception fault) when (TokenSources.IsAbout(fault, cancellationToken))
        {
            throw TokenSources.Of(fault);
        }
    }
}
