using AiOs.Channels.Teams.Security;
using AiOs.Channels.Teams.Tokens;
using AiOs.Contracts;
using AiOs.Contracts.Ports;
using Microsoft.Extensions.Options;

namespace AiOs.Channels.Teams;

/// <summary>Whether we can sign in and know the issuer's keys. Nothing is sent to anybody.</summary>
internal sealed class TeamsPart(IOptions<TeamsOptions> options, Lazy<IBotTokens> tokens, KeySource keys) : ICheckedPart
{
    public string Name => "teams";

    public async Task<PartHealth> CheckAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn)
        {
            return new PartHealth(Ok: true, "Teams is not configured; set Channels:Teams:AppId to use it.");
        }

        if (options.Value.Anonymous)
        {
            return new PartHealth(Ok: true, "Teams takes messages of anybody on this machine without a token, for a playground; set Channels:Teams:AppId and take out Anonymous before real use.");
        }

        try
        {
            await tokens.Value.GetAsync(cancellationToken);
        }
        catch (AiOsException fault)
        {
            return new PartHealth(Ok: false, fault.Message);
        }

        try
        {
            var known = await keys.KeysAsync(cancellationToken);
            return known.Keys.Count > 0
                ? new PartHealth(Ok: true, "The sign-in for Teams works and the issuer's keys can be read.")
                : new PartHealth(Ok: false, "The issuer at Channels:Teams:MetadataUrl names no keys.");
        }
        catch (Exception fault) when (KeySource.IsAway(fault, cancellationToken))
        {
            return new PartHealth(Ok: false, "The issuer's keys cannot be read; check Channels:Teams:MetadataUrl and the network.");
        }
    }
}
