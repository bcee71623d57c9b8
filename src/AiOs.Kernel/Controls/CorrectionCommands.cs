using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Controls.Commands;
using AiOs.Kernel.Preferences;

namespace AiOs.Kernel.Controls;

/// <summary>The slash commands that put something right, and take that back.</summary>
internal sealed class CorrectionCommands(ICorrections corrections, PreferenceBook preferences, IIntake intake, ItemNames names) : ICommandGroup
{
    public IEnumerable<OperatorCommand> Commands =>
    [
        new("category", "WORKITEM CATEGORY", "says what a message really is", CorrectAsync) { Changes = _ => true },
        new("prefer", "WORDS", "says how drafts are wanted from now on", PreferAsync) { Changes = words => words.Length > 0 },
        new("corrections", string.Empty, "what you put right, and how you want drafts", (_, _, stop) => ListAsync(_ => true, stop)),
        new("unlearn", "NUMBER", "takes a correction or a preference back", TakeBackAsync) { Changes = _ => true },
    ];

    private async Task<CommandReply> CorrectAsync(string[] words, Caller who, CancellationToken cancellationToken)
    {
        if (await names.FindAsync(words, who, cancellationToken) is not { Item: { Id: var id }, Words: { } named })
        {
            return new CommandReply(Done: false, "Say which work item it is and what it is, as in /category WORKITEM invoice; /tasks lists what is open.", []);
        }

        if ((KebabEnumConverter<Category>.Parse(named) ?? intake.ReadCategory(named)) is not { } category)
        {
            return new CommandReply(Done: false, $"There is no such category; it is one of {string.Join(", ", Enum.GetValues<Category>().Select(KebabEnumConverter<Category>.ToText))}.", []);
        }

        var outcome = await corrections.CorrectAsync(id, category, who.Channel, who.By, cancellationToken);
        return new CommandReply(outcome.Accepted, outcome.Sentence, []);
    }

    /// <summary>Without words it lists how drafts are wanted.</summary>
    private async Task<CommandReply> PreferAsync(string[] words, Caller who, CancellationToken cancellationToken)
    {
        if (words.Length == 0)
        {
            return await ListAsync(one => one.IsPreference, cancellationToken);
        }

        var said = await preferences.SayAsync(string.Join(' ', words), who.Channel, who.By, cancellationToken);
        return new CommandReply(said.Accepted, said.Sentence, []);
    }

    private async Task<CommandReply> ListAsync(Func<CorrectionView, bool> wanted, CancellationToken cancellationToken)
    {
        var all = (await corrections.ListAsync(cancellationToken)).Where(wanted).ToList();
        return all.Count == 0
            ? new CommandReply(Done: true, "You have put nothing right so far.", [])
            : new CommandReply(Done: true, "What you put right; /unlearn NUMBER takes one back", [new CardBlock.Facts([.. all.Select(one => new Fact(one.Name, one.Sentence))])]);
    }

    private async Task<CommandReply> TakeBackAsync(string[] words, Caller who, CancellationToken cancellationToken)
    {
        if (words is not [var text] || !long.TryParse(text.StartsWith("p-", StringComparison.OrdinalIgnoreCase) ? text[2..] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new CommandReply(Done: false, "Say which, as in /unlearn 57 or /unlearn p-57; /corrections lists them.", []);
        }

        var outcome = await corrections.TakeBackAsync(number, who.Channel, who.By, cancellationToken);
        return new CommandReply(outcome.Accepted, outcome.Sentence, []);
    }
}
