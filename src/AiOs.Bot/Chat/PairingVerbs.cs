using System.Globalization;
using AiOs.Bot.Verbs;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Bot.Chat;

/// <summary><c>pair</c> and <c>devices</c>: who is the operator in a chat service.</summary>
internal sealed class PairingVerbs(IPairing pairing, IEnumerable<IChatChannel> channels)
{
    private const string By = "operator";

    /// <summary>Runs one of them.</summary>
    /// <returns>What came of it; nothing where the verb is another.</returns>
    public Task<VerbResult>? RunAsync(VerbRequest request, CancellationToken cancellationToken) => request.Verb switch
    {
        VerbNames.Pair => PairAsync(request, cancellationToken),
        VerbNames.Devices => Task.FromResult(VerbResult.Done(request.Json ? Json() : List())),
        VerbNames.DevicesRevoke => RevokeAsync(request, cancellationToken),
        _ => null,
    };

    private async Task<VerbResult> PairAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var on = channels.Where(static channel => channel.IsOn).Select(static channel => channel.Name).ToList();
        var asked = new ChannelName(request.Text!);
        if (!on.Contains(asked))
        {
            return VerbResult.Usage(on.Count == 0
                ? "No chat service is configured; set Channels:Telegram or Channels:Teams first."
                : $"'{asked}' is not configured; choose {string.Join(" or ", on)}.");
        }

        var code = await pairing.NewCodeAsync(asked, cancellationToken);
        return VerbResult.Done(request.Json
            ? VerbText.Json(writer =>
            {
                writer.WriteString("channel", asked.Value);
                writer.WriteString("code", code);
            })
            : $"pair {asked} {code}");
    }

    private string List() => pairing.Devices.Count == 0
        ? "Nobody is paired yet; 'pair CHANNEL' gives a code."
        : string.Join('\n', pairing.Devices.Select(static (device, at) =>
            string.Create(CultureInfo.InvariantCulture, $"{at + 1} {device.Channel} {device.Sender} {(device.Since is { } since ? since.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) : "by configuration")}")));

    private string Json() => VerbText.Json(writer =>
    {
        writer.WriteStartArray("devices");
        foreach (var device in pairing.Devices)
        {
            writer.WriteStartObject();
            writer.WriteString("channel", device.Channel.Value);
            writer.WriteString("sender", device.Sender);
            if (device.Since is { } since)
            {
                writer.WriteString("since", since);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private async Task<VerbResult> RevokeAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        if (request.Number < 1 || request.Number > pairing.Devices.Count)
        {
            return VerbResult.Wrong("There is no such number; 'devices' lists them.");
        }

        var device = pairing.Devices[(int)request.Number - 1];
        var outcome = await pairing.RevokeAsync(device.Channel, device.Sender, ChannelName.CommandLine, By, cancellationToken);
        return outcome.Accepted ? VerbResult.Done(outcome.Sentence) : VerbResult.Wrong(outcome.Sentence);
    }
}
