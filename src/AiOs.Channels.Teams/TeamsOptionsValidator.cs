using Microsoft.Extensions.Options;

namespace AiOs.Channels.Teams;

/// <summary>Refuses a half-set Teams channel with the name of the key. No value is ever repeated.</summary>
internal sealed class TeamsOptionsValidator : IValidateOptions<TeamsOptions>
{
    private const string Key = TeamsOptions.Section + ":";

    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var wrong = Complaints(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Complaints(TeamsOptions options) =>
        Identity(options).Concat(Addresses(options)).Concat(options.AllowedServiceUrls.Where(static one => !IsSafe(one)).Select(static _ => NoAddress("AllowedServiceUrls")));

    private static IEnumerable<string> Identity(TeamsOptions options)
    {
        var credentials = new[] { options.ClientSecret, options.Certificate, options.ManagedIdentity }.Count(TeamsOptions.Has);
        if (options.Anonymous)
        {
            if (credentials > 0)
            {
                yield return $"{Key}Anonymous is set beside a way to sign in; take one of them out. Anonymous is for a playground on this machine only.";
            }

            yield break;
        }

        if (!TeamsOptions.Has(options.AppId))
        {
            if (credentials > 0 || TeamsOptions.Has(options.TenantId))
            {
                yield return $"{Key}AppId is missing while other keys of Channels:Teams are set; set it, or remove them to leave Teams off.";
            }

            yield break;
        }

        if (!IsTenant(options.TenantId))
        {
            yield return $"{Key}TenantId is missing or no tenant; set the tenant of the bot's registration, since it is the only one whose people may reach the bot.";
        }

        if (credentials != 1)
        {
            yield return credentials == 0
                ? $"{Key}ClientSecret is missing while {Key}AppId is set; set it, or {Key}Certificate or {Key}ManagedIdentity."
                : $"{Key}ClientSecret, {Key}Certificate and {Key}ManagedIdentity are ways to sign in; set exactly one of them.";
        }

        if (TeamsOptions.Has(options.Certificate) && !File.Exists(options.Certificate))
        {
            yield return $"{Key}Certificate names a file that is not there; give the path of a PFX file.";
        }

        if (TeamsOptions.Has(options.Certificate) && options.TokenUrl?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) == true)
        {
            yield return $"{Key}TokenUrl has to be https where {Key}Certificate is set.";
        }
    }

    private static IEnumerable<string> Addresses(TeamsOptions options)
    {
        if (!IsSafe(options.MetadataUrl))
        {
            yield return NoAddress("MetadataUrl");
        }

        if (!IsSafe(options.Issuer))
        {
            yield return NoAddress("Issuer");
        }

        if (TeamsOptions.Has(options.TokenUrl) && !IsSafe(options.TokenUrl))
        {
            yield return NoAddress("TokenUrl");
        }
    }

    private static string NoAddress(string key) => $"{Key}{key} is no https address; http is allowed on loopback only.";

    /// <summary>It becomes a part of an address, so it may hold nothing that moves it elsewhere.</summary>
    private static bool IsTenant(string? tenant) => tenant is { Length: > 0 and <= 100 } && tenant.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');

    private static bool IsSafe(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.UserInfo.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
