using System.Globalization;
using AiOs.Bot.Composition;
using AiOs.Contracts;
using AiOs.Contracts.Desk;

namespace AiOs.Bot.Hosting;

/// <summary>Takes the policy file at the start. One that cannot be taken is told, and the policy that held before holds on.</summary>
internal sealed class PolicyLoader(HostSettings settings, IControls controls)
{
    public async Task LoadAsync(TextWriter errors, CancellationToken cancellationToken)
    {
        if (await FaultAsync(cancellationToken) is { } fault)
        {
            await errors.WriteLineAsync($"policy {fault}; the policy in force before stays");
        }
    }

    private async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await settings.Policy.ReadAsync(cancellationToken) is { } text && await controls.LoadPolicyAsync(text, cancellationToken) is { Accepted: false } refused
                ? PlaceOf(settings.Policy.Path, refused.Line, refused.Sentence)
                : null;
        }
        catch (AiOsException fault)
        {
            return PlaceOf(settings.Policy.Path, line: null, fault.Message);
        }
    }

    /// <summary>A fault as tools print it: file, line, reason.</summary>
    public static string PlaceOf(string file, int? line, string reason) =>
        line is { } at ? string.Create(CultureInfo.InvariantCulture, $"{file}:{at}: {reason.TrimEnd('.')}") : $"{file}: {reason.TrimEnd('.')}";
}
