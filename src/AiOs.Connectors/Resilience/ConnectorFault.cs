using System.Net.Sockets;
using AiOs.Contracts;
using AiOs.Contracts.Effects;
using Polly;

namespace AiOs.Connectors.Resilience;

/// <summary>
/// Tells a part that is ill from one that says no: a lost answer or a passing fault speaks against the part, a refusal of this one effect
/// shows that it works.
/// </summary>
internal static class ConnectorFault
{
    public static bool Is(Outcome<EffectResult> outcome) => outcome.Exception is { } thrown
        ? Is(thrown)
        : outcome.Result is EffectResult.Unknown or EffectResult.Failed { MayRetry: true };

    private static bool Is(Exception thrown) =>
        thrown is IOException or SocketException or TimeoutException or HttpRequestException or AiOsException { IsTransient: true };
}
