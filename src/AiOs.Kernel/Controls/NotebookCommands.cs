using AiOs.Contracts.Desk;
using AiOs.Contracts.Knowledge;

namespace AiOs.Kernel.Controls;

/// <summary>The slash command that keeps a note.</summary>
internal sealed class NotebookCommands(INotebook notebook) : ICommandGroup
{
    public IEnumerable<OperatorCommand> Commands =>
    [
        new("remember", "TEXT", "keeps a note in your own words", async (words, who, stop) =>
        {
            var said = await notebook.RememberAsync(string.Join(' ', words), who.Channel, who.By, stop);
            return new CommandReply(said.Accepted, said.Sentence, []);
        })
        { Changes = _ => true },
    ];
}
