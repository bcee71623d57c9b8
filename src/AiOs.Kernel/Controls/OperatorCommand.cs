using AiOs.Contracts.Desk;
using AiOs.Kernel.Controls.Commands;

namespace AiOs.Kernel.Controls;

/// <summary>One slash command.</summary>
/// <param name="Name">Without the slash.</param>
/// <param name="Arguments">What comes after it.</param>
/// <param name="Does">What it does, in a few words.</param>
/// <param name="RunAsync">Does it.</param>
internal sealed record OperatorCommand(string Name, string Arguments, string Does, Func<string[], Caller, CancellationToken, Task<CommandReply>> RunAsync)
{
    /// <summary>Whether it changes something with these words after it; then it runs at most once for each delivery.</summary>
    public Func<string[], bool> Changes { get; init; } = static _ => false;
}
