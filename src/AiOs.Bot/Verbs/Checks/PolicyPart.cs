using AiOs.Bot.Composition;
using AiOs.Bot.Hosting;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ports;

namespace AiOs.Bot.Verbs.Checks;

/// <summary>The policy file: it can be read as a policy.</summary>
internal sealed class PolicyPart(HostSettings settings, IControls controls) : ICheckedPart
{
    public string Name => "policy";

    public async Task<PartHealth> CheckAsync(CancellationToken cancellationToken)
    {
        var inForce = (await controls.PolicyAsync(cancellationToken)).Version;
        if (await settings.Policy.ReadAsync(cancellationToken) is not { } text)
        {
            return new PartHealth(Ok: true, $"No file stands beside the program; {inForce} is in force.");
        }

        var tried = await controls.TryPolicyAsync(text, days: 1, cancellationToken);
        return tried.Accepted
            ? new PartHealth(Ok: true, $"{settings.Policy.Path} can be read; {inForce} is in force.")
            : new PartHealth(Ok: false, $"{PolicyLoader.PlaceOf(settings.Policy.Path, tried.Line, tried.Sentence)}; {inForce} stays in force.");
    }
}
