using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Forgetting;
using AiOs.Kernel.Controls.Commands;

namespace AiOs.Kernel.Controls;

/// <summary>The slash command that forgets somebody.</summary>
internal sealed class ForgetCommands(IForget forgetting) : ICommandGroup
{
    public IEnumerable<OperatorCommand> Commands =>
    [
        new("forget", "WHO [COUNT]", "shows what is about somebody; with the number it showed, forgets it for good", ForgetAsync) { Changes = words => words.Length > 1 },
    ];

    /// <summary>Whoever confirms types the number that was shown; where it is another by now, it is shown again and nothing is forgotten.</summary>
    private async Task<CommandReply> ForgetAsync(string[] words, Caller who, CancellationToken cancellationToken)
    {
        if (words is not ([_] or [_, _]))
        {
            return new CommandReply(Done: false, "Name one mail address, or a Record such as client/berg.", []);
        }

        var look = await forgetting.LookAsync(words[0], cancellationToken);
        var count = look.Streams.ToString(CultureInfo.InvariantCulture);
        if (!look.Found || words is [_])
        {
            return new CommandReply(Done: look.Found, look.Found ? $"{look.Sentence} To do it, type: /forget {words[0]} {count}" : look.Sentence, BlocksOf(look));
        }

        if (words[1] != count)
        {
            return new CommandReply(Done: false, $"Nothing was forgotten: it is {count} now. {look.Sentence}", BlocksOf(look));
        }

        var done = await forgetting.ForgetAsync(words[0], who.Channel, who.By, cancellationToken);
        return new CommandReply(done.Found, done.Sentence, BlocksOf(done));
    }

    private static IReadOnlyList<CardBlock> BlocksOf(ForgetOutcome outcome) =>
    [
        .. outcome.Notes.Select(note => new CardBlock.Warning(note)),
        .. outcome.Found && outcome.OlderCopies.Count > 0
            ? [new CardBlock.Warning("Older copies still hold it; delete them yourself: " + string.Join(", ", outcome.OlderCopies.Select(copy => copy.Path)))]
            : Array.Empty<CardBlock>(),
    ];
}
