namespace AiOs.Channels.Teams.Security;

/// <summary>Whom the Teams endpoint believes. The defaults are those of the public cloud.</summary>
internal sealed record TeamsTrust
{
    /// <summary>Our app id: whom a token has to be for.</summary>
    public required string AppId { get; init; }

    /// <summary>The tenants whose people may reach us. An empty list is nobody.</summary>
    public required IReadOnlyList<string> Tenants { get; init; }

    /// <summary>Who issues the tokens.</summary>
    public string Issuer { get; init; } = "https://api.botframework.com";

    /// <summary>Where the issuer names its keys.</summary>
    public Uri Metadata { get; init; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>Addresses of connectors beside the known ones, such as one of a test on loopback.</summary>
    public IReadOnlyList<Uri> ServiceUrls { get; init; } = [];

    /// <summary>The forms in which a token can name us.</summary>
    public IEnumerable<string> Audiences => [AppId, $"api://{AppId}", $"api://botid-{AppId}"];
}
