using Microsoft.Identity.Client;

namespace AiOs.Channels.Teams.Tokens;

/// <summary>Asks as the identity that Azure gave to this machine.</summary>
internal sealed class ManagedIdentityTokens(IManagedIdentityApplication app, TeamsOptions options) : ITokenSource
{
    public async Task<BotToken> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = await app.AcquireTokenForManagedIdentity(options.Issuer.TrimEnd('/')).WithForceRefresh(true).ExecuteAsync(cancellationToken);
            return new BotToken(result.AccessToken, result.ExpiresOn);
        }
        catch (Exception fault) when (TokenSources.IsAbout(fault, cancellationToken))
        {
            throw TokenSources.Of(fault);
        }
    }
}
