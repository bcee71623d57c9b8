using AiOs.Contracts;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Words;
using AiOs.Kernel.Controls;
using AiOs.Kernel.Controls.Commands;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Chat.Hearing;

/// <summary>Commands with a slash, and the same in plain words. One that changes something runs at most once for each delivery.</summary>
internal sealed partial class CommandHearing(OperatorCommands commands, Deliveries deliveries, Speaker speaker, ILogger<CommandHearing> logger)
{
    /// <summary>The command that a text is; nothing where it is a message.</summary>
    /// <param name="heard">The message.</param>
    /// <returns>The command with its slash. In a reply only stopping counts in plain words: "go on" there is meant for the card.</returns>
    public string? Read(Heard heard)
    {
        var text = heard.Text.Trim();
        if (commands.IsCommand(text))
        {
            return text;
        }

        return PlainWords.Read(text) is { } plain && (heard.Message.ReplyTo is null || plain == "/freeze") ? plain : null;
    }

    public async Task RunAsync(Heard heard, string command, WorkItemId? about, CancellationToken cancellationToken)
    {
        var message = heard.Message;
        if (commands.ChangedBy(command) is { } name && !await deliveries.TakeAsync(heard.Delivery, _ => new CommandTaken(message.Channel, message.Sender, name), cancellationToken))
        {
            return;
        }

        var reply = await RunAsync(command, new Caller(message.Channel, message.Sender) { Place = message.Place, IsPrivate = message.IsPrivate, About = about }, cancellationToken);
        if (reply.Card is { } card)
        {
            await speaker.ShowAsync(heard, card, cancellationToken);
        }

        if (reply.Card is null || !reply.Done)
        {
            await speaker.SayAsync(heard, new ChatNote(reply.Title, reply.Card is null ? reply.Blocks : []), link: null, cancellationToken);
        }
    }

    /// <summary>One that was taken does not come again, so what goes wrong in it is said. The text of the fault is for the log only.</summary>
    private async Task<CommandReply> RunAsync(string command, Caller who, CancellationToken cancellationToken)
    {
        try
        {
            return await commands.RunAsync(command, who, cancellationToken);
        }
        catch (AiOsException fault) when (commands.ChangedBy(command) is { } name)
        {
            LogFailed(logger, fault, name);
            return new CommandReply(Done: false, "That did not work; the log says why. Look how things stand, and send it again.", []);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The command {Command} failed.")]
    private static partial void LogFailed(ILogger logger, Exception fault, string command);
}
