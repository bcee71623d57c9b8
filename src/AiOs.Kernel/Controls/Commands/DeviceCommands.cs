using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Json;

namespace AiOs.Kernel.Controls.Commands;

/// <summary>Who is the operator in which chat.</summary>
internal sealed class DeviceCommands(IPairing pairing, IEnumerable<IChatChannel> channels) : ICommandGroup
{
    private readonly IReadOnlyList<IChatChannel> _channels = [.. channels];

    public IEnumerable<OperatorCommand> Commands =>
    [
        new("devices", "[revoke NUMBER]", "who is the operator in which chat", DevicesAsync) { Changes = words => words.Length > 0 },
        new("pair", "CHANNEL", "makes a code that pairs one more", PairAsync) { Changes = _ => true },
    ];

    private async Task<CommandReply> DevicesAsync(string[] words, Caller who, CancellationToken cancellationToken)
    {
        var devices = pairing.Devices;
        if (words.Length == 0)
        {
            return devices.Count == 0
                ? new CommandReply(Done: true, "Nobody is paired; /pair CHANNEL makes a code.", [])
                : new CommandReply(Done: true, "Who is the operator; /devices revoke NUMBER ends it for one", [new CardBlock.Facts([.. devices.Select(RowOf)])]);
        }

        if (words is not ["revoke", var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > devices.Count)
        {
            return new CommandReply(Done: false, "Say which one, as in /devices revoke 2; /devices lists them.", []);
        }

        var device = devices[number - 1];
        var outcome = await pairing.RevokeAsync(device.Channel, device.Sender, who.Channel, who.By, cancellationToken);
        return new CommandReply(outcome.Accepted, outcome.Sentence, []);
    }

    /// <summary>A code that others read along would pair whoever is quickest.</summary>
    private async Task<CommandReply> PairAsync(string[] words, Caller who, CancellationToken cancellationToken)
    {
        if (!who.IsPrivate)
        {
            return new CommandReply(Done: false, "Ask for a code where nobody else reads along.", []);
        }

        var on = _channels.Where(channel => channel.IsOn).Select(channel => channel.Name).ToArray();
        if (words is not [var word] || on.FirstOrDefault(name => string.Equals(name.Value, word, StringComparison.OrdinalIgnoreCase)) is not { Value: not null } channel)
        {
            return new CommandReply(Done: false, on.Length == 0 ? "No chat is configured that could be paired." : $"Say which chat, as in /pair {on[0]}; there is {string.Join(", ", on)}.", []);
        }

        var code = await pairing.NewCodeAsync(channel, cancellationToken);
        return new CommandReply(Done: true, $"Write this in {channel}, alone with the bot, within an hour; it works once:", [new CardBlock.Text("/start " + code)]);
    }

    private static Fact RowOf(PairedDevice device, int index) => new(
        string.Create(CultureInfo.InvariantCulture, $"{index + 1} {device.Channel}"),
        device.Since is { } since ? $"{device.Sender}, since {InstantConverter.ToText(since)[..10]}" : $"{device.Sender}, by configuration");
}
