using System.Globalization;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Bot.Composition;

/// <summary>Who the operator is.</summary>
internal sealed class OperatorOptions
{
    public const string Section = "Operator";

    /// <summary>The operator's own addresses; the first one stands as sender where no other is configured.</summary>
    public IList<string> EmailAddresses { get; } = [];

    /// <summary>The operator's number in Telegram, who then needs no pairing; @userinfobot and others tell it.</summary>
    public string? TelegramUserId { get; set; }

    /// <summary>The operator's object id in Microsoft Entra ID, who then needs no pairing in Teams.</summary>
    public string? TeamsObjectId { get; set; }

    /// <summary>Who is the operator without pairing.</summary>
    /// <exception cref="ConfigurationException">An id cannot be one.</exception>
    public IReadOnlyList<PairedDevice> Devices() =>
    [
        .. TelegramUserId is { Length: > 0 } number ? [new PairedDevice(ChannelName.Telegram, Number(number), null)] : Array.Empty<PairedDevice>(),
        .. TeamsObjectId is { Length: > 0 } person ? [new PairedDevice(ChannelName.Teams, ObjectId(person), null)] : Array.Empty<PairedDevice>(),
    ];

    private static string Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number.ToString(CultureInfo.InvariantCulture)
        : throw new ConfigurationException($"{Section}:TelegramUserId is '{text}'; use the number of your account, not its name.");

    private static string ObjectId(string text) => Guid.TryParse(text, out var id)
        ? id.ToString("D")
        : throw new ConfigurationException($"{Section}:TeamsObjectId is '{text}'; use the object id of your account, such as 00000000-0000-0000-0000-000000000000.");
}
