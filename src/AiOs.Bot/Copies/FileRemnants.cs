using System.Text;
using AiOs.Bot.Composition;
using AiOs.Contracts;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;

namespace AiOs.Bot.Copies;

/// <summary>Files of the data folder that hold words of people: mails taken in, mails written out, cards that were printed.</summary>
internal sealed class FileRemnants(HostPlaces places, IMailReader reader) : IRemnants
{
    public async Task<int> RemoveAsync(ForgottenSubject what, CancellationToken cancellationToken)
    {
        try
        {
            var removed = RemovePrinted(what);
            string[] effects = [.. what.Effects.Select(effect => effect.ToString())];
            removed += await RemoveAsync(places.Outbox, async file => effects.Any(effect => file.Contains(effect, StringComparison.Ordinal)) || await NamesAsync(file, what, cancellationToken));
            foreach (var folder in new[] { places.Inbox, Path.Combine(places.Inbox, "done"), Path.Combine(places.Inbox, "refused") })
            {
                removed += await RemoveAsync(folder, file => NamesAsync(file, what, cancellationToken));
            }

            return removed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AiOsException("A file that names somebody who is to be forgotten cannot be read or deleted; check the rights of the folders for mail.", fault) { IsTransient = true };
        }
    }

    private int RemovePrinted(ForgottenSubject what)
    {
        var removed = 0;
        foreach (var stream in what.Streams)
        {
            if (WorkItemId.TryParse(stream.Value, out var item) && Path.Combine(places.Printed, item.ToString()) is var file && File.Exists(file))
            {
                File.Delete(file);
                removed++;
            }
        }

        return removed;
    }

    private static async Task<int> RemoveAsync(string folder, Func<string, Task<bool>> belongs)
    {
        var removed = 0;
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
        {
            if (await belongs(file))
            {
                File.Delete(file);
                File.Delete(file + ".txt");
                removed++;
            }
        }

        return removed;
    }

    /// <summary>As it stands there, and as a mail program would read it: an address may be hidden in base64.</summary>
    private async Task<bool> NamesAsync(string file, ForgottenSubject what, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        return what.Names(Encoding.Latin1.GetString(bytes))
            || what.Names(Encoding.UTF8.GetString(bytes))
            || (reader.Read(bytes, cancellationToken) is MailReading.Readable mail && TextsIn(mail.Content).Any(what.Names));
    }

    private static IEnumerable<string> TextsIn(MessageContent content) =>
    [
        content.Text,
        content.Subject ?? string.Empty,
        .. content.Recipients.Concat(content.Copied).Append(content.Sender).Append(content.Forwarder).OfType<Mailbox>().Select(person => person.Address),
    ];
}
