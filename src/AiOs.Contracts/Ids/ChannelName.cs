using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Ids;

/// <summary>Names a way in or out of the program, such as <c>web</c>, <c>mail</c> or <c>cli</c>.</summary>
/// <param name="Value">The name as written.</param>
[JsonConverter(typeof(IdConverter<ChannelName>))]
public readonly record struct ChannelName(string Value) : ITextId<ChannelName>
{
    /// <summary>The local web chat.</summary>
    public static ChannelName Web { get; } = new("web");

    /// <summary>E-mail, whether by drop folder or by server.</summary>
    public static ChannelName Mail { get; } = new("mail");

    /// <summary>Telegram.</summary>
    public static ChannelName Telegram { get; } = new("telegram");

    /// <summary>Microsoft Teams.</summary>
    public static ChannelName Teams { get; } = new("teams");

    /// <summary>The clock: what a schedule brought about.</summary>
    public static ChannelName Schedule { get; } = new("schedule");

    /// <summary>A run of a playbook.</summary>
    public static ChannelName Playbook { get; } = new("playbook");

    /// <summary>A comparison with the outside.</summary>
    public static ChannelName Reconciliation { get; } = new("reconciliation");

    /// <summary>The command line.</summary>
    public static ChannelName CommandLine { get; } = new("cli");

    /// <summary>Takes any text that is not empty.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="id">The name, or the default when the text is empty.</param>
    /// <returns>Whether the text was usable.</returns>
    public static bool TryParse(string? text, out ChannelName id)
    {
        id = new ChannelName(text ?? string.Empty);
        return !string.IsNullOrEmpty(text);
    }

    /// <summary>The name as written.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
