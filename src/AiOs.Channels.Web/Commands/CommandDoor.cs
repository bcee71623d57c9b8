using AiOs.Channels.Web.Endpoints;
using AiOs.Channels.Web.Requests;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Web.Commands;

/// <summary>Tells commands from messages, and runs them in the operator's name.</summary>
internal sealed class CommandDoor(ICommands commands, ReplyShelf shelf)
{
    /// <summary>Only what was typed can be a command; what a mail or a file says never is one.</summary>
    /// <param name="handover">What was handed over.</param>
    /// <returns>Whether it is a command.</returns>
    public bool IsCommand(Handover handover) => handover is Handover.Text { IsOfFile: false } text && commands.IsCommand(text.Value.Trim());

    /// <summary>Runs a command.</summary>
    /// <param name="handover">The command.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The answer.</returns>
    public Task<CommandReply> RunAsync(Handover handover, CancellationToken cancellationToken) =>
        commands.RunAsync(((Handover.Text)handover).Value.Trim(), ChannelName.Web, WebOperator.Id, cancellationToken);

    /// <summary>The chat page that shows an answer.</summary>
    /// <param name="reply">The answer.</param>
    /// <returns>An address.</returns>
    public string AddressOf(CommandReply reply) => $"/?reply={shelf.Put(reply)}#reply";

    /// <summary>The answer that an address names.</summary>
    /// <param name="id">Its name.</param>
    /// <returns>The answer, or nothing where it is gone.</returns>
    public CommandReply? Find(string? id) => shelf.Find(id);
}
