using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Telegram.Tests.Fakes;

/// <summary>Two commands that Telegram can offer, and one whose name it would not take.</summary>
internal sealed class ThreeCommands : ICommands
{
    public IReadOnlyList<CommandSummary> All { get; } = [new("tasks", "what is open"), new("freeze", "stops every effect at once"), new("Odd-Name", "cannot be offered")];

    public bool IsCommand(string text) => text.StartsWith('/');

    public Task<CommandReply> RunAsync(string text, ChannelName channel, string by, CancellationToken cancellationToken) => Task.FromResult(new CommandReply(true, "Done", []));
}
