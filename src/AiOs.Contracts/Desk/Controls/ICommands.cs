using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Desk;

/// <summary>The operator's slash commands, the same in every channel.</summary>
public interface ICommands
{
    /// <summary>Every command there is, in the order of the help.</summary>
    IReadOnlyList<CommandSummary> All { get; }

    /// <summary>Whether a text is a command rather than a message.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>Whether it begins with a slash and a letter, or says outright how drafts are wanted from now on.</returns>
    bool IsCommand(string text);

    /// <summary>Runs a command of the operator, who was authenticated by the channel.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="channel">Where.</param>
    /// <param name="by">Who: an immutable id of the channel.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The answer; for an unknown command what there is.</returns>
    Task<CommandReply> RunAsync(string text, ChannelName channel, string by, CancellationToken cancellationToken);
}
