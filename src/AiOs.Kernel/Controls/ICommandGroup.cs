namespace AiOs.Kernel.Controls;

/// <summary>Slash commands that belong together.</summary>
internal interface ICommandGroup
{
    /// <summary>The commands, in the order of the help.</summary>
    IEnumerable<OperatorCommand> Commands { get; }
}
