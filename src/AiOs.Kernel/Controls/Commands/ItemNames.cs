using System.Globalization;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Places;

namespace AiOs.Kernel.Controls.Commands;

/// <summary>Finds the work item that is named by its id, by the beginning of it, by its number in the list shown last, or by a reply to it.</summary>
internal sealed class ItemNames(IDesk desk, ICursors cursors)
{
    private const int ShortestPrefix = 8;
    private const int MostLooked = 200;

    /// <summary>Remembers a list, so that its numbers mean the same however much has come in since.</summary>
    public Task KeepAsync(Caller who, IReadOnlyList<WorkItemId> list, CancellationToken cancellationToken) => cursors.SetAsync(NameOf(who), string.Join(' ', list), cancellationToken);

    public async Task<NamedItem> FindAsync(string[] words, Caller who, CancellationToken cancellationToken)
    {
        if (words is [var first, ..] && await FindAsync(first, who, cancellationToken) is { } found)
        {
            return found with { Rest = words[1..] };
        }

        return who.About is { } about && await desk.FindAsync(about, cancellationToken) is { } item
            ? new NamedItem(item, words, string.Empty) { ByReply = true }
            : new NamedItem(Item: null, words, words.Length == 0 ? "Say which one: its number in /tasks, its id, or reply to its card." : "There is no such work item; /tasks lists what is open.");
    }

    /// <summary>Nothing where the word is no name at all.</summary>
    private async Task<NamedItem?> FindAsync(string word, Caller who, CancellationToken cancellationToken)
    {
        if (word.Length <= 3 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var ids = (await cursors.FindAsync(NameOf(who), cancellationToken) ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return number > 0 && number <= ids.Length && WorkItemId.TryParse(ids[number - 1], out var listed) && await desk.FindAsync(listed, cancellationToken) is { } item
                ? new NamedItem(item, [], string.Empty)
                : new NamedItem(Item: null, [], "There is no such number in the list you saw last; /tasks shows it again.");
        }

        if (WorkItemId.TryParse(word, out var id))
        {
            return await desk.FindAsync(id, cancellationToken) is { } item ? new NamedItem(item, [], string.Empty) : new NamedItem(Item: null, [], "There is no such work item; /tasks lists what is open.");
        }

        return word.Length >= ShortestPrefix && word.All(char.IsAsciiHexDigit) ? await BeginningWithAsync(word, cancellationToken) : null;
    }

    private async Task<NamedItem> BeginningWithAsync(string prefix, CancellationToken cancellationToken)
    {
        var recent = await desk.RecentAsync(MostLooked, before: null, openOnly: false, cancellationToken);
        var found = recent.Where(item => item.Id.ToString().StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Take(2).ToArray();
        return found switch
        {
            [var one] => new NamedItem(one, [], string.Empty),
            [] => new NamedItem(Item: null, [], "There is no such work item; /tasks lists what is open."),
            _ => new NamedItem(Item: null, [], "More than one work item begins like that; type more of it, or its number in /tasks."),
        };
    }

    private static string NameOf(Caller who) => $"commands/{who.Channel}/tasks/{ChatNames.Short(who.By)}";
}
