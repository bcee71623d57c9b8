using AiOs.Channels.Teams.Activities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AiOs.Channels.Teams.Security;

/// <summary>
/// Says who calls the Teams endpoint. The header is judged before the body is read, and the body against the header
/// before anything is done. What is not there is a no.
/// </summary>
internal sealed class CallerCheck(TeamsTrust trust, KeySource source, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private const string Channel = "msteams";
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly ServiceUrls _urls = new(trust.ServiceUrls, anyLoopback: false);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    /// <summary>Judges the Authorization header. Asks the issuer anew, once, where the token's key is not known.</summary>
    public async Task<TokenVerdict> JudgeAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return new TokenVerdict.Refused(401, "no-token");
        }

        if (Read(authorization[Scheme.Length..].Trim()) is not { } token)
        {
            return new TokenVerdict.Refused(401, "no-jwt");
        }

        var keys = await source.KeysAsync(cancellationToken);
        if (!keys.Has(token.Kid))
        {
            keys = await source.RefreshAsync(keys, cancellationToken);
        }

        return !keys.Has(token.Kid) ? new TokenVerdict.Refused(401, "unknown-key") : await JudgeAsync(token, keys);
    }

    /// <summary>Judges a body against the token that it came with.</summary>
    public TokenVerdict Judge(TokenVerdict.Good token, IncomingActivity activity)
    {
        if (!token.Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal))
        {
            return new TokenVerdict.Refused(401, "not-endorsed");
        }

        // Keys speak for several channels, and what an activity of another one says of tenant and person is input of a client.
        if (activity.ChannelId != Channel)
        {
            return new TokenVerdict.Refused(403, "other-channel");
        }

        if (token.ServiceUrl is null || !string.Equals(token.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
        {
            return new TokenVerdict.Refused(403, "other-service-url");
        }

        return !_urls.Allows(activity.ServiceUrl) ? new TokenVerdict.Refused(403, "unknown-host")
            : activity.TenantId is null || !trust.Tenants.Contains(activity.TenantId, StringComparer.OrdinalIgnoreCase) ? new TokenVerdict.Refused(403, "other-tenant")
            : new TokenVerdict.Fits();
    }

    private JsonWebToken? Read(string text)
    {
        if (text.Length > LongestToken || !_handler.CanReadToken(text))
        {
            return null;
        }

        try
        {
            return _handler.ReadJsonWebToken(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private async Task<TokenVerdict> JudgeAsync(JsonWebToken token, SigningKeys keys)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            ValidIssuer = trust.Issuer,
            ValidAudiences = trust.Audiences,
            IssuerSigningKeys = keys.Keys.Where(key => key.KeyId == token.Kid),
            TryAllIssuerSigningKeys = false,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = IsNow,
        });
        return result.IsValid
            ? new TokenVerdict.Good(ServiceUrl(token), keys.Endorsements.GetValueOrDefault(token.Kid, []))
            : new TokenVerdict.Refused(401, CodeOf(result.Exception));
    }

    private bool IsNow(DateTime? from, DateTime? to, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return to is { } end && now < end + Skew && (from is not { } start || now >= start - Skew);
    }

    private static string? ServiceUrl(JsonWebToken token) =>
        token.TryGetClaim("serviceurl", out var claim) || token.TryGetClaim("serviceUrl", out claim) ? claim.Value : null;

    private static string CodeOf(Exception? fault) => fault switch
    {
        SecurityTokenInvalidIssuerException => "other-issuer",
        SecurityTokenInvalidAudienceException => "other-audience",
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenNoExpirationException => "not-now",
        SecurityTokenInvalidAlgorithmException => "other-algorithm",
        SecurityTokenSignatureKeyNotFoundException => "unknown-key",
        _ => "bad-signature",
    };
}
