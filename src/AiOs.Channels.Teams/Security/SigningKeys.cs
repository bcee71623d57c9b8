using Microsoft.IdentityModel.Tokens;

namespace AiOs.Channels.Teams.Security;

/// <summary>The keys of the issuer at one moment.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="Endorsements">Which channels each key may speak for, by its id.</param>
internal sealed record SigningKeys(IReadOnlyList<SecurityKey> Keys, IReadOnlyDictionary<string, IReadOnlyList<string>> Endorsements)
{
    public bool Has(string? id) => id is not null && Keys.Any(key => key.KeyId == id);
}
