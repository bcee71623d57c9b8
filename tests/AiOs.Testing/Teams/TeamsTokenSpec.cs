namespace AiOs.Testing.Teams;

/// <summary>A token to sign, with everything that can be wrong about one.</summary>
/// <param name="Audience">Whom it is for.</param>
/// <param name="ServiceUrl">The claim; nothing leaves it out.</param>
public sealed record TeamsTokenSpec(string Audience, string? ServiceUrl)
{
    /// <summary>Who issued it.</summary>
    public string Issuer { get; init; } = "https://api.botframework.com";

    /// <summary>From when it holds, from now on.</summary>
    public TimeSpan NotBefore { get; init; } = TimeSpan.FromMinutes(-1);

    /// <summary>Until when it holds, from now on; nothing leaves the end out.</summary>
    public TimeSpan? Expires { get; init; } = TimeSpan.FromHours(1);

    /// <summary>RS256, RS384, RS512, PS256, HS256 (with the public key as the secret) or none.</summary>
    public string Algorithm { get; init; } = "RS256";

    /// <summary>The key's name in the header, where it is not the one that signs.</summary>
    public string? KeyId { get; init; }

    /// <summary>Whether a key signs that nobody knows, under the name of the right one.</summary>
    public bool ByStranger { get; init; }

    /// <summary>Whether the content is changed after it was signed.</summary>
    public bool Tampered { get; init; }
}
