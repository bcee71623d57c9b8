using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiOs.Contracts;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace AiOs.Channels.Teams.Tokens;

/// <summary>Chooses the one way to sign in that is configured, and puts what goes wrong into words without secrets.</summary>
internal static class TokenSources
{
    private const string TokenPath = "/oauth2/v2.0/token";
    private const string SystemIdentity = "system";

    /// <summary>What is asked for: the connector of the cloud that also issues what reaches us.</summary>
    public static string ScopeOf(TeamsOptions options) => options.Issuer.TrimEnd('/') + "/.default";

    public static ITokenSource Of(TeamsOptions options, HttpClient http, TimeProvider time)
    {
        if (TeamsOptions.Has(options.ManagedIdentity))
        {
            return Managed(options, http);
        }

        return options.TokenEndpoint.Scheme == Uri.UriSchemeHttp ? new FormTokens(http, options, time) : Confidential(options, http);
    }

    public static bool IsAbout(Exception fault, CancellationToken cancellationToken) =>
        fault is MsalException or HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    public static AiOsException Of(Exception fault) => fault is MsalServiceException { StatusCode: > 0 } refused
        ? Refused(refused.StatusCode)
        : Away(fault is MsalException known ? known.ErrorCode : fault.GetType().Name);

    public static AiOsException Refused(int status) => new($"The sign-in for Teams was refused ({status}); check the app id, the tenant and the secret, certificate or identity under Channels:Teams.")
    {
        IsTransient = true,
    };

    public static AiOsException Away(string kind) => new($"No token for Teams could be had ({kind}); it is tried again.") { IsTransient = true };

    private static MsalTokens Confidential(TeamsOptions options, HttpClient http)
    {
        var endpoint = options.TokenEndpoint.AbsoluteUri;
        var authority = new Uri(endpoint.EndsWith(TokenPath, StringComparison.OrdinalIgnoreCase) ? endpoint[..^TokenPath.Length] : endpoint);
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority(authority, validateAuthority: false)
            .WithInstanceDiscovery(enableInstanceDiscovery: false)
            .WithHttpClientFactory(new SharedHttp(http), retryOnceOn5xx: false);
        var app = TeamsOptions.Has(options.Certificate)
            ? builder.WithCertificate(CertificateOf(options.Certificate!), sendX5C: true)
            : builder.WithClientSecret(options.ClientSecret);
        return new MsalTokens(app.Build(), options);
    }

    private static ManagedIdentityTokens Managed(TeamsOptions options, HttpClient http)
    {
        var who = string.Equals(options.ManagedIdentity, SystemIdentity, StringComparison.OrdinalIgnoreCase)
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.WithUserAssignedClientId(options.ManagedIdentity);
        return new ManagedIdentityTokens(ManagedIdentityApplicationBuilder.Create(who).WithHttpClientFactory(new SharedHttp(http), retryOnceOn5xx: false).Build(), options);
    }

    private static X509Certificate2 CertificateOf(string path)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password: null);
            return certificate.HasPrivateKey ? certificate : throw new CryptographicException();
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new AiOsException("Channels:Teams:Certificate cannot be read; it has to be a PFX file with its key and without a password.");
        }
    }
}
