namespace AiOs.Channels.Teams;

/// <summary>How this bot stands in Teams. With no app id set the channel is off.</summary>
public sealed class TeamsOptions
{
    /// <summary>Where they stand in the configuration.</summary>
    public const string Section = "Channels:Teams";

    /// <summary>The app id of the bot's registration.</summary>
    public string? AppId { get; set; }

    /// <summary>The tenant of the registration, and the only one whose people reach us.</summary>
    public string? TenantId { get; set; }

    /// <summary>The registration's secret; one of the three ways to sign in. Never logged.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The path of a PFX file with certificate and key and without a password; one of the three ways to sign in.</summary>
    public string? Certificate { get; set; }

    /// <summary><c>system</c>, or the client id of a user-assigned identity; one of the three ways to sign in, in Azure only.</summary>
    public string? ManagedIdentity { get; set; }

    /// <summary>Where the issuer of inbound tokens names its keys. Default: the public cloud.</summary>
    public string MetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who issues inbound tokens, and for whom ours are asked. Default: the public cloud.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where our tokens come from. Default: the tenant's endpoint in the public cloud.</summary>
    public string? TokenUrl { get; set; }

    /// <summary>Addresses of connectors beside those of Microsoft; only their scheme, host and port count.</summary>
    public IReadOnlyList<string> AllowedServiceUrls { get; set; } = [];

    /// <summary>Whether anybody on this machine is believed without a token, for a playground. Default: false.</summary>
    public bool Anonymous { get; set; }

    /// <summary>Whether the channel is configured.</summary>
    internal bool IsOn => Anonymous || Has(AppId);

    /// <summary>Where our tokens come from, the default worked out.</summary>
    internal Uri TokenEndpoint => new(Has(TokenUrl) ? TokenUrl! : $"https://login.microsoftonline.com/{TenantId}/oauth2/v2.0/token");

    /// <summary>Nothing of the secrets.</summary>
    /// <returns>A fixed word.</returns>
    public override string ToString() => "Teams";

    internal static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);
}
