using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Controls;

/// <summary>One slash command.</summary>
/// <param name="Name">Without the slash.</param>
/// <param name="Arguments">What comes after it.</param>
/// <param name="Does">What it does, in a few words.</param>
/// <param name="RunAsync">Does it.</param>
internal sealed record OperatorCommand(
    string Name, string Arguments, string Does, Func<string[], (ChannelName Channel, string By), CancellationToken, Task<CommandReply>> RunAsync);
